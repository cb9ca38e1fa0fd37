"""Opens the exports of a run with h5py and pandas, as anybody would, and prints what it saw as JSON."""

import json
import sys

import h5py
import numpy
import pandas


def plain(value):
    return value.decode() if isinstance(value, bytes) else value


def default_plot(node):
    """Follows @default to the group that a viewer shows first."""
    while plain(node.attrs["NX_class"]) != "NXdata":
        node = node[plain(node.attrs["default"])]
    return node


def curve(data):
    signal = plain(data.attrs["signal"])
    axis = plain(data.attrs["axes"])
    return {
        "signal": signal,
        "axis": axis,
        "unit": plain(data[signal].attrs["units"]),
        "axis_unit": plain(data[axis].attrs["units"]),
        "start": plain(data[axis].attrs["start"]),
        "source": plain(data.attrs["source"]),
        "title": plain(data.attrs.get("title", "")),
        "values": data[signal][()].tolist(),
        "raw": data["raw"][()].tolist() if "raw" in data else [],
        "times": data[axis][()].tolist(),
    }


def number(node):
    return {"value": float(node[()]), "unit": plain(node.attrs["units"])}


def sources(nexus):
    """Every group with readings, and what it says of where they come from."""
    found = {}
    nexus.visititems(
        lambda name, node: found.update({name: plain(node.attrs["source"])})
        if plain(node.attrs.get("NX_class", "")) in ("NXdata", "NXlog")
        else None
    )
    return found


with h5py.File(sys.argv[1]) as nexus:
    entry = nexus["entry"]
    seen = {
        "title": plain(entry["title"][()]),
        "source": plain(nexus.attrs["source"]),
        "sources": sources(nexus),
        "default": curve(default_plot(nexus)),
        "field": curve(entry["shot_01/field"]) if "shot_01/field" in entry else None,
        "prediction": curve(entry["shot_01/prediction"]),
        "mass": number(entry["sample/mass"]),
        "mass_errors": number(entry["sample/mass_errors"]),
        "sudden": number(entry["summary/sudden_delta_t"]),
        "rate": number(entry["summary/rate_achieved"]),
        "bath": entry["logs/bath_temperature/value"][()].tolist(),
        "rig": plain(entry["provenance/rig/data"][()]),
        "rig_sha256": plain(entry["provenance/rig/sha256"][()]),
        "verdict": plain(entry["verdict"][()]),
    }

tables = {}
for name in sys.argv[2:]:
    table = pandas.read_csv(name)
    tables[name.rsplit("/", 1)[-1]] = {
        "columns": list(table.columns),
        "numbers": [c for c in table.columns if numpy.issubdtype(table[c].dtype, numpy.number)],
        "sources": table["source"].unique().tolist(),
        "rows": len(table),
        "last": {c: str(table[c].iloc[-1]) for c in table.columns},
    }
    if "temperature_k" in table.columns and "raw_v" in table.columns:
        seen["kelvin_sum"] = float(table["temperature_k"].sum())
        seen["cooling"] = float(
            table.loc[table.since_ramp_s.between(9, 11), "temperature_k"].mean()
            - table.loc[table.since_ramp_s < 0, "temperature_k"].mean()
        )
seen["tables"] = tables
print(json.dumps(seen))
