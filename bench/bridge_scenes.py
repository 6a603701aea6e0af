"""
Scenes of the bridge: packets both ways, headers by certificate and by word, what is stopped.

    send --> answered, refused, lost    arrived --> made, paid out, delayed, sent back
    a bond --> words --> a header, a lie    clients: forked, replaced    a guardian
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from eth_hash.auto import keccak

from bench.cast import CAST_KEYS
from bench.chain import CHAIN_ID, GENESIS_S, VALIDATOR, VALIDATOR_KEY
from bench.remote_chain import RemoteChain
from chain.codec import address_of
from chain.codec.header import encode_header
from chain.codec.signature import sign_digest
from chain.kit.abi import Uint8, Uint64
from chain.kit.module import AUTHORITY
from chain.kit.typed_data import typed_digest
from chain.light.block import LightBlock
from chain.types.primitives import ZERO_ADDRESS, Gas, Hash32, Height, Seconds, Wei
from modules.bridge.attesters import DOMAIN
from modules.bridge.module import Bridge
from modules.bridge.packets import (
    ACKNOWLEDGEMENTS_SLOT,
    COMMITMENTS_SLOT,
    RECEIPTS_SLOT,
    acknowledgement_commitment,
    encode_transfer,
    packet_commitment,
)
from modules.bridge.params import BridgeParams
from modules.bridge.records import (
    NATIVE_TOKEN,
    Acknowledgement,
    Asset,
    Attestation,
    ClientKind,
    End,
    Limits,
    Order,
    Packet,
    SignedAttestation,
    Transfer,
)
from modules.bridge.vouchers import voucher_address

if TYPE_CHECKING:
    from bench.market_calls import Desk
    from bench.market_state import Filler

COIN: Final = 10**18
SENDER_KEY, RELAYER_KEY, GUARDIAN_KEY, RECEIVER_KEY = CAST_KEYS[60:64]
SENDER, RELAYER, GUARDIAN, RECEIVER = map(address_of, CAST_KEYS[60:64])
TIMES: Final = 3  # that each scene is played
TIMEOUT_S: Final = 61
DELAY_S: Final = 2
PARAMS: Final = BridgeParams(
    guardian=GUARDIAN,
    delay_s=Seconds(DELAY_S),
    substitute_delay_s=Seconds(1),
    bond_min_wei=Wei(COIN),
    bond_wait_s=Seconds(1),
)
LIMITS: Final = Limits(Wei(1_000 * COIN), Wei(COIN), Wei(1), Wei(500 * COIN))
ROUTE, KILLED, SPARE = Uint64(1), Uint64(2), 3  # routes: in use, killed, and to be paused from 3 on
CLIENT, ATTESTED, TO_FREEZE, TO_REPLACE = 1, 2, 3, 6  # clients; of the last two three each
ABROAD_ID, WITNESSED_ID = 777, 888
SPANS: Final = (Seconds(100_000), Seconds(200_000))
VOUCHER: Final = voucher_address(ROUTE, NATIVE_TOKEN)


@dataclass
class Harbour:
    """The other chains, and what of them is known here."""

    abroad: RemoteChain
    witnessed: RemoteChain
    trusted: LightBlock
    stranded: list[Packet] = field(default_factory=list)  # on the killed route
    arrived: int = 10  # packets of the other chain so far; the first are the stranded ones

    def arrive(self, route: Uint64, **fields: Any) -> Packet:
        """Let the other chain commit to a packet for here."""
        self.arrived += 1
        plain: dict[str, Any] = {
            "token": NATIVE_TOKEN,
            "returning": False,
            "sender": SENDER,
            "receiver": RECEIVER,
            "amount": Wei(COIN),
            "call_gas": Gas(0),
            "call_data": b"",
        }
        payload = encode_transfer(Transfer(**(plain | fields)))
        packet = Packet(Uint64(self.arrived), Seconds(GENESIS_S + 100_000), payload)
        word = packet_commitment(abroad_end(route), here_end(route), packet)
        self.abroad.put(COMMITMENTS_SLOT, route, packet.sequence, word)
        return packet


def here_end(route: Uint64) -> End:
    """Return our end of a route; both ends have one number."""
    return End(CHAIN_ID, Bridge.address, route)


def abroad_end(route: Uint64) -> End:
    """Return the other end of a route."""
    return End(ABROAD_ID, Bridge.address, route)


def stage_bridge(filler: Filler) -> Harbour:
    """Open routes as votes would; on one of them transfers wait that nobody can release."""
    filler.settings(Bridge, PARAMS)
    began_s = GENESIS_S - 100
    harbour = _known(RemoteChain(ABROAD_ID, 4, began_s), RemoteChain(WITNESSED_ID, 1, began_s))
    kinds = (ClientKind.KUMIAI, ClientKind.ATTESTED, *((ClientKind.KUMIAI,) * 2 * TIMES))
    for kind in kinds:
        chain = harbour.witnessed if kind == ClientKind.ATTESTED else harbour.abroad
        spans = (SPANS[0], Seconds(0)) if kind == ClientKind.ATTESTED else SPANS
        _vote(filler, "create_client", kind, chain.chain_id, *spans, chain.first_header)
    for number in range(TIMES):
        _vote(filler, "announce_substitute", TO_REPLACE + number, CLIENT)
    for route in range(1, SPARE + TIMES):
        _vote(filler, "open_route", CLIENT, abroad_end(Uint64(route)))
        for is_native in (True, False):
            coin = Asset(NATIVE_TOKEN, is_native, ZERO_ADDRESS, "Coin", "CN", Uint8(18))
            _vote(filler, "register_asset", Uint64(route), coin, LIMITS)
    _strand(filler, harbour)
    return harbour


def _known(abroad: RemoteChain, witnessed: RemoteChain) -> Harbour:
    return Harbour(abroad, witnessed, abroad.newest)


def _vote(filler: Filler, name: str, *values: Any) -> None:
    filler.call(Bridge, name, *values, sender=AUTHORITY)


def _strand(filler: Filler, harbour: Harbour) -> None:
    large = {"amount": LIMITS.delay_from_wei}
    harbour.stranded = [harbour.arrive(KILLED, **large) for _ in range(TIMES)]
    evidence = _news(harbour, GENESIS_S - 50)
    filler.call(Bridge, "update_client", CLIENT, evidence, sender=RELAYER)
    for packet in harbour.stranded:
        proof = harbour.abroad.prove(COMMITMENTS_SLOT, KILLED, packet.sequence)
        filler.call(Bridge, "deliver", KILLED, packet, proof, RELAYER, sender=RELAYER)
    _vote(filler, "kill_route", KILLED)


def _news(harbour: Harbour, time_s: int) -> bytes:
    harbour.abroad.seal(time_s)
    evidence = harbour.abroad.update(harbour.trusted)
    harbour.trusted = harbour.abroad.newest
    return evidence


def play_bridge(desk: Desk, time: int) -> None:
    """Make every call of the bridge."""
    harbour: Harbour = desk.filled.staged.harbour
    _come(desk, harbour)
    _go(desk, harbour)
    desk.send(RELAYER_KEY, Bridge, "send_back", KILLED, harbour.stranded[time])
    desk.send(GUARDIAN_KEY, Bridge, "pause", Uint64(SPARE + time))
    _attest(desk, harbour, is_last=time == TIMES - 1)
    _fork(desk, harbour, TO_FREEZE + time)
    desk.send(RELAYER_KEY, Bridge, "substitute_client", TO_REPLACE + time)


def _learn(desk: Desk, harbour: Harbour) -> None:
    evidence = _news(harbour, desk.time_s)
    desk.send(RELAYER_KEY, Bridge, "update_client", CLIENT, evidence)


def _come(desk: Desk, harbour: Harbour) -> None:
    """Vouchers are made, at once and after a wait; some go home again."""
    large = {"amount": LIMITS.delay_from_wei}
    packets = [harbour.arrive(ROUTE), harbour.arrive(ROUTE), harbour.arrive(ROUTE, **large)]
    _learn(desk, harbour)
    for packet in packets:
        proof = harbour.abroad.prove(COMMITMENTS_SLOT, ROUTE, packet.sequence)
        desk.send(RELAYER_KEY, Bridge, "deliver", ROUTE, packet, proof, RELAYER)
    desk.blocks(DELAY_S)
    desk.send(RELAYER_KEY, Bridge, "release", ROUTE, packets[-1])
    _send(desk, RECEIVER_KEY, VOUCHER)


def _send(desk: Desk, key: bytes, token: Any = NATIVE_TOKEN) -> Packet:
    """Send a coin's worth abroad; return the packet."""
    timeout_s = Seconds(desk.time_s + 1 + TIMEOUT_S)
    order = Order(ROUTE, token, SENDER, Wei(COIN), timeout_s, Gas(0), b"", Wei(1_000))
    value_wei = order.fee_wei + (COIN if token == NATIVE_TOKEN else 0)
    desk.send(key, Bridge, "send", order, value_wei=value_wei)
    returning = token != NATIVE_TOKEN
    transfer = Transfer(NATIVE_TOKEN, returning, address_of(key), SENDER, Wei(COIN), Gas(0), b"")
    sequence = desk.view(Bridge, "sent_count", ROUTE)
    return Packet(sequence, timeout_s, encode_transfer(transfer))


def _go(desk: Desk, harbour: Harbour) -> None:
    """Coins go abroad: one packet is received there, one is refused, one is lost."""
    packets = [_send(desk, SENDER_KEY) for _ in range(3)]
    desk.send(RELAYER_KEY, Bridge, "add_fee", ROUTE, packets[0].sequence, value_wei=1_000)
    answers = [Acknowledgement(success, RELAYER, Hash32(keccak(b""))) for success in (True, False)]
    for packet, answer in zip(packets, answers, strict=False):
        commitment = packet_commitment(here_end(ROUTE), abroad_end(ROUTE), packet)
        word = acknowledgement_commitment(commitment, answer)
        harbour.abroad.put(RECEIPTS_SLOT, ROUTE, packet.sequence, commitment)
        harbour.abroad.put(ACKNOWLEDGEMENTS_SLOT, ROUTE, packet.sequence, word)
    _learn(desk, harbour)
    for packet, answer in zip(packets, answers, strict=False):
        proof = harbour.abroad.prove(ACKNOWLEDGEMENTS_SLOT, ROUTE, packet.sequence)
        desk.send(RELAYER_KEY, Bridge, "acknowledge", ROUTE, packet, answer, proof)
    desk.blocks(TIMEOUT_S)
    _learn(desk, harbour)
    proof = harbour.abroad.prove(RECEIPTS_SLOT, ROUTE, packets[2].sequence)
    desk.send(RELAYER_KEY, Bridge, "timeout", ROUTE, packets[2], proof)


def _attest(desk: Desk, harbour: Harbour, is_last: bool) -> None:
    """The only validator says what it sees; at last it lies, and pays for that."""
    desk.send(VALIDATOR_KEY, Bridge, "bond_attester", value_wei=COIN)
    desk.send(VALIDATOR_KEY, Bridge, "name_key", VALIDATOR)
    header = harbour.witnessed.seal_bare(desk.time_s).header
    desk.send(RELAYER_KEY, Bridge, "attest", _word(header.height, header.hash))
    desk.send(RELAYER_KEY, Bridge, "update_client", ATTESTED, encode_header(header))
    if is_last:
        lie = _word(header.height, Hash32(keccak(b"lie")))
        desk.send(RELAYER_KEY, Bridge, "accuse", lie)
        return
    desk.send(VALIDATOR_KEY, Bridge, "leave_attesters")
    desk.blocks(2)


def _word(height: Height, block_hash: Hash32) -> SignedAttestation:
    word = Attestation(VALIDATOR, ATTESTED, height, block_hash)
    digest = typed_digest(DOMAIN, word, CHAIN_ID, Bridge.address)
    y_parity, r, s = sign_digest(VALIDATOR_KEY, digest)
    signature = r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((27 + y_parity,))
    return SignedAttestation(word, signature)


def _fork(desk: Desk, harbour: Harbour, client: int) -> None:
    """A client learns a header, then sees another of that height."""
    abroad = harbour.abroad
    evidence = abroad.update(abroad.blocks[0])
    desk.send(RELAYER_KEY, Bridge, "update_client", client, evidence)
    values = (client, abroad.forked(desk.time_s), abroad.newest.height)
    desk.send(RELAYER_KEY, Bridge, "submit_misbehaviour", *values)
