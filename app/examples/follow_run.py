#!/usr/bin/env python3
"""Follows a run on fieldfall's live bus and rebuilds one channel without a gap.

    follow_run.py PUBLISHER ROUTER [CHANNEL] > trace.csv

PUBLISHER and ROUTER are the addresses that `fieldfall run --live` prints at its
start; CHANNEL is sample-temperature unless told. Needs Debian's python3-zmq.
Columns: number on the channel, rig time in seconds, value. Ends with the run.
"""
import json
import struct
import sys
import time

import zmq

PATIENCE_MS = 2000


def rows(header, payload):
    """The rows of one message, each with its time on the clock the header names."""
    width = len(header["columns"])
    numbers = struct.unpack("<%dd" % (header["rows"] * width), payload)
    step = header["dt_s"] or 0.0
    for row in range(header["rows"]):
        yield header["t0_s"] + row * step, numbers[row * width]


class Follower:
    def __init__(self, publisher, router, channel):
        context = zmq.Context.instance()
        self.channel = channel
        self.subscriber = context.socket(zmq.SUB)
        self.subscriber.setsockopt(zmq.SUBSCRIBE, b"ff/")
        self.subscriber.connect(publisher)
        self.router_address = router
        self.context = context
        self.dealer = None
        self.next_seq = 0
        self.filled = 0

    def ask(self, **request):
        """One question; None if no answer came in time."""
        if self.dealer is None:
            self.dealer = self.context.socket(zmq.DEALER)
            self.dealer.setsockopt(zmq.LINGER, 0)
            self.dealer.connect(self.router_address)
        self.dealer.send(json.dumps(request).encode())
        if not self.dealer.poll(PATIENCE_MS):
            self.dealer.close()
            self.dealer = None
            return None
        head, *messages = self.dealer.recv_multipart()
        return json.loads(head), messages

    def history(self, up_to):
        """What went out from the next number due up to another, both included."""
        tries = 0
        while self.next_seq <= up_to:
            answer = self.ask(
                act="history", channel=self.channel, from_seq=self.next_seq, to_seq=up_to)
            if answer is None or not answer[0]["taken"] or answer[0]["count"] == 0:
                tries += 1
                if tries > 20:
                    raise SystemExit("no history from %d: %s" % (self.next_seq, answer))
                time.sleep(0.1)
                continue
            for header, payload in zip(answer[1][0::2], answer[1][1::2]):
                self.filled += 1
                yield from self.taken(json.loads(header), payload)

    def taken(self, header, payload):
        if header["seq"] != self.next_seq:
            raise SystemExit("a gap: %d came, %d was due" % (header["seq"], self.next_seq))
        self.next_seq += 1
        for seconds, value in rows(header, payload):
            yield header["seq"], seconds, value

    def follow(self):
        """Everything on the channel from its beginning to the end of the run."""
        while True:
            if not self.subscriber.poll(60000):
                raise SystemExit("nothing was published for a minute")
            _, head, payload = self.subscriber.recv_multipart()
            header = json.loads(head)
            if header["channel"] == self.channel and header["seq"] >= self.next_seq:
                yield from self.history(header["seq"] - 1)
                yield from self.taken(header, payload)
            elif header["channel"] == "event/end":
                answer = self.ask(act="channels")
                if answer:
                    yield from self.history(answer[0]["channels"].get(self.channel, 0) - 1)
                return


def main(words):
    if len(words) not in (2, 3):
        raise SystemExit(__doc__)
    follower = Follower(words[0], words[1], words[2] if len(words) == 3 else "sample-temperature")
    for seq, seconds, value in follower.follow():
        print("%d,%r,%r" % (seq, seconds, value), flush=True)
    print("%d messages, %d of them from history" % (follower.next_seq, follower.filled), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
