"""Reads the simulated rig with pyvisa: python3 visa.py METER SUPPLY CRYOSTAT, each a VISA resource name."""

import json
import sys
import time

import pyvisa
from pyvisa.constants import ControlFlow

meter_name, supply_name, cryostat_name = sys.argv[1:]
manager = pyvisa.ResourceManager("@py")
found = {}

with manager.open_resource(
    meter_name, read_termination="\n", write_termination="\n", timeout=5000
) as meter:
    found["meter"] = meter.query("*IDN?")
    meter.write("CONF:VOLT:DC 0.1;:VOLT:NPLC 1")
    found["volts"] = float(meter.query("READ?"))
    meter.write("SAMP:COUN 50;:INIT")
    time.sleep(1.5)
    block = meter.query_binary_values("R?", datatype="s", header_fmt="ieee", container=bytes)
    found["block"] = [float(number) for number in block.decode().split(",")]
    found["meter_error"] = meter.query("SYST:ERR?")

with manager.open_resource(
    supply_name,
    baud_rate=9600,
    flow_control=ControlFlow.xon_xoff,
    read_termination="\r\n",
    write_termination="\n",
    timeout=5000,
) as supply:
    found["supply"] = supply.query("*IDN?")
    found["amperes"] = float(supply.query("MEAS:CURR?"))
    found["supply_error"] = supply.query("SYST:ERR?")

with manager.open_resource(
    cryostat_name, baud_rate=57600, read_termination="\r\n", write_termination="\n", timeout=5000
) as cryostat:
    found["cryostat"] = cryostat.query("*IDN?")
    time.sleep(0.06)
    found["kelvin"] = float(cryostat.query("KRDG? A"))

print(json.dumps(found))
