"""
What a bridge costs: gas of each call of a gateway, and seconds of a transfer each way.

    anvil, a gateway, a Kumiai chain of 4, 21 and 100 validators --every call once--> a table
    two chains, a relayer --a transfer with each block--> p50, p99 until arrived, until settled

    make bench-bridge [ARGS="--transfers 100 --quick"]

Gas is counted by rules, so the machine and what else it does count for nothing; it counts in
seconds. Only headers cost more with more validators; the other calls read what a header has proven.
Each packet here is the second of its kind, as on a bridge in use: accounts and totals hold
something already. Needs npm: `make npm-tools`.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.bridge_latency import (  # noqa: E402
    BLOCK_TIME,
    Lane,
    between_networks,
    percentile,
    to_an_evm_chain,
)
from bench.scores import cores  # noqa: E402
from chain.types.primitives import Hash32  # noqa: E402
from tests.bridge.anvil import Anvil  # noqa: E402
from tests.bridge.kumiai import set_of  # noqa: E402
from tests.bridge.packets import COIN, Acknowledgement, Transfer  # noqa: E402
from tests.bridge.scene import (  # noqa: E402
    KUMIAI_USER,
    RECEIVER,
    RELAYER,
    ROUTE,
    UNIT,
    USER,
    Scene,
)

VALIDATORS = (4, 21, 100)
BURST = 20  # packets of one multicall
PAGE = ROOT / "docs" / "benchmarks-bridge.md"
LARGE = 500 * UNIT
Measure = Callable[[str, Any], None]


class Meter:
    """The gas of each call, by its name."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.gas = scene, dict[str, int]()

    def __call__(self, name: str, call: Any, user: int = RELAYER, value_wei: int = 0) -> Any:
        """Send a call and note the gas of its receipt."""
        receipt = self.scene.anvil.send(call, user, value_wei)
        self.gas[name] = int(receipt["gasUsed"])
        return receipt


def measure(anvil: Anvil, validators: int) -> dict[str, int]:
    """Return the gas of every call with so many validators."""
    scene = Scene(anvil, validators)
    meter = Meter(scene)
    for kind in (outgoing, incoming, burst, waiting, headers):
        kind(scene, meter)
    return meter.gas


def outgoing(scene: Scene, meter: Meter) -> None:
    """Send each kind of asset, and settle what was sent in each way."""
    user = scene.anvil.users[USER]
    scene.deliver(*scene.incoming(scene.native(100 * UNIT, user)))
    kinds = {"coin": COIN, "token": scene.token.address, "voucher": scene.voucher.address}
    for kind, token in kinds.items():
        value = 10 * UNIT if token == COIN else 0
        scene.send(value + 2, token=token, fee=2)
        order = scene.order(token=token, fee=2)
        meter(f"send, {kind}", scene.do.send(order), USER, value + 2)
    packet = scene.send(2, fee=2)
    meter("addFee", scene.do.addFee(ROUTE, packet.sequence), value_wei=2)
    settle(scene, meter, "acknowledge, success", Acknowledgement(True, RECEIVER))
    settle(scene, meter, "acknowledge, failure", Acknowledgement(False, RECEIVER))
    packet = scene.send(2, fee=2)
    meter("timeout", scene.do.timeout(ROUTE, packet.words(), scene.unreceived(packet)))


def settle(scene: Scene, meter: Meter, name: str, outcome: Acknowledgement) -> None:
    """Send a token and settle it by an outcome."""
    packet = scene.send(2, fee=2)
    proof = scene.settled(packet, outcome)
    meter(name, scene.do.acknowledge(ROUTE, packet.words(), outcome.words(), proof))


def incoming(scene: Scene, meter: Meter) -> None:
    """Deliver each kind of asset, a message, and what fails."""
    recorder = scene.anvil.deploy("Receivers", name="Recorder").address
    kinds: dict[str, Transfer] = {
        "coin": scene.returning(COIN, UNIT),
        "token": scene.returning(scene.token.address, UNIT),
        "voucher": scene.native(UNIT),
        "voucher and a message": scene.native(UNIT, recorder, call_gas=200_000, call_data=b"x"),
        "refused": replace(scene.native(UNIT), token=KUMIAI_USER),
    }
    for kind, transfer in kinds.items():
        scene.deliver(*scene.incoming(transfer))
        packet, proof = scene.incoming(transfer)
        meter(f"deliver, {kind}", scene.do.deliver(ROUTE, packet.words(), proof, RECEIVER))


def burst(scene: Scene, meter: Meter) -> None:
    """Deliver many packets in one transaction, under one header; noted is the gas of each."""
    packets = [scene.packet(scene.native(UNIT)) for _ in range(BURST)]
    slots = [scene.kumiai.commit_packet(scene.there, scene.here, packet) for packet in packets]
    height, calls = scene.update(), []
    for packet, slot in zip(packets, slots, strict=True):
        words = [ROUTE, packet.words(), scene.kumiai.proof(height, slot), RECEIVER]
        calls.append(scene.gateway.encode_abi("deliver", words))
    name = f"deliver, voucher, one of {BURST} in a multicall"
    meter(name, scene.do.multicall(calls))
    meter.gas[name] //= BURST


def waiting(scene: Scene, meter: Meter) -> None:
    """Deliver what is large, release one and refuse another."""
    packets = []
    for _ in range(2):
        packet, proof = scene.incoming(scene.native(LARGE))
        meter("deliver, delayed", scene.do.deliver(ROUTE, packet.words(), proof, RECEIVER))
        packets.append(packet)
    scene.update(4_000)
    meter("release", scene.do.release(ROUTE, packets[0].words()))
    meter("refuse", scene.do.refuse(ROUTE, packets[1].sequence), 0)


def headers(scene: Scene, meter: Meter) -> None:
    """Take headers of the same set and of another, and at last two that contradict."""
    kumiai, do = scene.kumiai, scene.client.functions
    count = len(scene.validators)
    trusted = scene.anvil.ask(do.latestHeight())
    kumiai.block()
    meter("update, same validators", do.update(trusted, kumiai.block().commit()))
    trusted, old = kumiai.head.height, kumiai.validators
    kumiai.block(following=set_of(range(1, count + 1)))
    block = kumiai.block()
    meter("update, one validator changed", do.update(trusted, block.commit(trusted=old)))
    trusted, block = kumiai.head.height, kumiai.block()
    other = kumiai.fork_of(block, state_root=Hash32(b"\x0b" * 32))
    accusation = do.misbehaviour(trusted, block.commit(), trusted, other.commit())
    meter("misbehaviour", accusation)


def gas_table() -> str:
    """Return the gas of every call as a table in Markdown."""
    found = {}
    for validators in VALIDATORS:
        with tempfile.TemporaryDirectory() as home, Anvil(Path(home)) as anvil:
            found[validators] = measure(anvil, validators)
    heads = " | ".join(f"{validators} validators" for validators in VALIDATORS)
    lines = [f"| call | {heads} |", f"|---|{'---:|' * len(VALIDATORS)}"]
    for name in found[VALIDATORS[0]]:
        cells = " | ".join(f"{found[validators][name]:,}" for validators in VALIDATORS)
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines)


def latency_table(lanes: Sequence[Lane]) -> str:
    """Return the seconds of every direction as a table in Markdown."""
    lines = ["| way | arrived, p50 | p99 | settled, p50 | p99 |", "|---|---:|---:|---:|---:|"]
    for lane in lanes:
        spans_s = [percentile(found, of) for found in lane.spans_s() for of in (50, 99)]
        lines.append(f"| {lane.name} | {' | '.join(f'{span_s:.1f} s' for span_s in spans_s)} |")
    return "\n".join(lines)


def render(gas: str, latency: str, transfers: int) -> str:
    """Return the report as Markdown."""
    return f"""# What the bridge costs
Written by `make bench-bridge`.
## Gas of each gateway call
By the receipts of anvil, with certificates of so many validators, each call the second of its kind.

{gas}
## Seconds of a transfer
From the moment its transaction is posted: until the other chain's block has it, and until the \
answer is back and
the fee paid. {transfers} transfers each way, one with each block, both ways at once; blocks of \
{BLOCK_TIME} s, one relayer, chains of
one validator, anvil with two blocks to finality and an attestation to each. An EVM chain's own \
finality comes on
top: about 13 minutes on Ethereum.

{latency}

Machine: {platform.machine()}, {cores()} cores, {platform.system()}, Python \
{platform.python_version()}, {os.getloadavg()[0]:.1f} processes at work.
Measured on {datetime.now(UTC):%Y-%m-%d}.
"""


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--transfers", type=int, default=100, help="each way (default: 100)")
    parser.add_argument("--quick", action="store_true", help="ten each way, nothing written")
    options = parser.parse_args()
    transfers = 10 if options.quick else options.transfers
    lanes = [*between_networks(transfers), *to_an_evm_chain(transfers)]
    report = render(gas_table(), latency_table(lanes), transfers)
    print(report)
    if not options.quick:
        PAGE.write_text(report)
        print(f"written to {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
