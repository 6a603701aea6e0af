"""
What both kinds of bridge take alike: packets, answers and time outs, with their proofs.

    Packet, StateProof --> Call("deliver packet 7")
"""

from typing import Final

from bridge.contract import Function
from bridge.ends.end import Call
from bridge.records import Acknowledgement, End, Order, Packet, StateProof
from chain.kit.abi import Uint64
from chain.types.primitives import Address

SEND: Final = Function("send", Order, gives=[Uint64])
DELIVER: Final = Function("deliver", Uint64, Packet, StateProof, Address)
ACKNOWLEDGE: Final = Function("acknowledge", Uint64, Packet, Acknowledgement, StateProof)
TIMEOUT: Final = Function("timeout", Uint64, Packet, StateProof)
RELEASE: Final = Function("release", Uint64, Packet)


def deliver(at: End, packet: Packet, proof: StateProof, payee: Address) -> Call:
    """Bring a packet to an end; `payee` is paid on the other one."""
    data = DELIVER.encode(at.route, packet, proof, payee)
    return Call(at.bridge, data, f"deliver packet {packet.sequence}")


def acknowledge(at: End, packet: Packet, answer: Acknowledgement, proof: StateProof) -> Call:
    """Settle a packet of an end by the other one's answer."""
    data = ACKNOWLEDGE.encode(at.route, packet, answer, proof)
    return Call(at.bridge, data, f"acknowledge packet {packet.sequence}")


def timeout(at: End, packet: Packet, proof: StateProof) -> Call:
    """Refund a packet of an end that never arrived."""
    data = TIMEOUT.encode(at.route, packet, proof)
    return Call(at.bridge, data, f"time out packet {packet.sequence}")


def release(at: End, packet: Packet) -> Call:
    """Let a large transfer go that has waited at an end."""
    return Call(at.bridge, RELEASE.encode(at.route, packet), f"release packet {packet.sequence}")
