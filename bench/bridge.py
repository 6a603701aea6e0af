"""
What each call of a gateway costs in gas, by the receipts of a chain that none of this wrote.

    anvil, a gateway, a Kumiai chain of 4, 21 and 100 validators --every call once--> a table

    make bench-bridge

Gas is counted by rules, so the machine and what else it does count for nothing. Only headers cost
more with more validators; the other calls read what a header has proven. Each packet here is the
second of its kind, as on a bridge in use: accounts and totals hold something already. Needs npm:
`npm ci --prefix tests/npm`.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

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
    for kind in (outgoing, incoming, waiting, headers):
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


def main() -> None:
    """Print the table."""
    found = {}
    for validators in VALIDATORS:
        with tempfile.TemporaryDirectory() as home, Anvil(Path(home)) as anvil:
            found[validators] = measure(anvil, validators)
    heads = " | ".join(f"{validators} validators" for validators in VALIDATORS)
    print(f"| call | {heads} |\n|---|{'---:|' * len(VALIDATORS)}")
    for name in found[VALIDATORS[0]]:
        cells = " | ".join(f"{found[validators][name]:,}" for validators in VALIDATORS)
        print(f"| {name} | {cells} |")


if __name__ == "__main__":
    main()
