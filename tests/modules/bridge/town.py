"""
Two chains in memory with a bridge between them, and the hands of a relayer.

    Side(31337) --seal--> header, proofs --update, carry--> Side(31338), and back

Every proof is real: tries over the words of the module, certificates by the validators' keys.
"""

from collections.abc import Sequence
from typing import Any

from eth_hash.auto import keccak

from chain.codec.header import encode_header
from chain.codec.signature import address_of
from chain.kit.abi import Uint8, Uint64, decode_sequence, word_type
from chain.kit.assembly import Assembly, own
from chain.kit.host import BlockInfo, CallOutcome
from chain.kit.memory_host import LoggedEvent, MemoryHost
from chain.kit.module import AUTHORITY
from chain.kit.record import field_types, indexed_fields, topic_of
from chain.kit.storage import entry_of
from chain.light.block import LightBlock
from chain.types.primitives import (
    ZERO_ADDRESS,
    Address,
    Gas,
    Hash32,
    Height,
    Seconds,
    Wei,
)
from chain.types.validators import Validator
from modules.bridge import vouchers
from modules.bridge.events import AcknowledgementWritten, PacketSent
from modules.bridge.module import Bridge
from modules.bridge.packets import (
    ACKNOWLEDGEMENTS_SLOT,
    COMMITMENTS_SLOT,
    RECEIPTS_SLOT,
    encode_transfer,
    packet_commitment,
    place_of,
)
from modules.bridge.params import BridgeGenesis, BridgeParams
from modules.bridge.receiving import ANSWER
from modules.bridge.records import (
    NATIVE_TOKEN,
    Acknowledgement,
    Asset,
    ClientKind,
    End,
    Limits,
    Order,
    Packet,
    StateProof,
    Transfer,
)
from modules.bridge.voucher_code import VOUCHER_CODE
from tests.modules.bridge.sealing import State, certified, header_of, keys_of, set_of, update_of
from tests.modules.stage import COIN, Stage, account

GOVERNANCE = int.from_bytes(AUTHORITY, "big")
GUARDIAN, ALICE, BOB, CAROL, RELAYER, OTHER = 9, 1, 2, 3, 7, 8
NATIVES = frozenset(Address((0x0800 + n).to_bytes(20, "big")) for n in range(16))
LIMITS = Limits(Wei(1_000 * COIN), Wei(COIN), Wei(COIN // 100), Wei(500 * COIN))
PARAMS = BridgeParams(
    guardian=account(GUARDIAN),
    delay_s=Seconds(100),
    substitute_delay_s=Seconds(50),
    bond_min_wei=Wei(10 * COIN),
    bond_wait_s=Seconds(200),
)
TRUSTING_S, UNBONDING_S = Seconds(100_000), Seconds(200_000)
ROUTE = Uint64(1)
BALANCES_SLOT = 2  # of the voucher
_AMOUNT, _ADDRESS = word_type(int), word_type(Address)


def voucher(host: MemoryHost, source: Address, target: Address, data: bytes) -> CallOutcome:
    """Stand for a voucher's code: balances are words of its account, made by the bridge alone."""
    assert source == Bridge.address
    selector, body = data[:4], data[4:]
    if selector == vouchers.INITIALIZE:
        assert not host.load(target, 0)
        host.save(target, 0, 1)
        return CallOutcome(True, b"")
    holder, amount = decode_sequence([_ADDRESS, _AMOUNT], body)
    slot, change = balance_slot(holder), amount if selector == vouchers.MINT else -amount
    if host.load(target, slot) + change < 0:
        return CallOutcome(False, b"")
    for at in (slot, vouchers.SUPPLY_SLOT):
        host.save(target, at, host.load(target, at) + change)
    return CallOutcome(True, b"")


def balance_slot(holder: Address) -> int:
    """Return where a voucher keeps what an account holds."""
    return entry_of(_ADDRESS.encode(holder), BALANCES_SLOT)


class Contracts(dict[Address, Any]):
    """What stands for contracts: those that a test names, and vouchers wherever their code is."""

    def __init__(self, host: MemoryHost) -> None:
        super().__init__()
        self.host = host

    def get(self, target: Address, default: Any = None) -> Any:
        """Return what answers at an address."""
        if self.host.codes.get(target) == VOUCHER_CODE:
            return lambda host, source, data, gas: voucher(host, source, target, data)
        return super().get(target, default)


class Council:
    """Who decides this chain's blocks; a test may change it."""

    def __init__(self, members: Sequence[Validator]) -> None:
        self.members = list(members)

    def validator_set(self) -> tuple[Any, ...]:
        """Return the members by account."""
        return tuple(_Member(member.address, member.power) for member in self.members)


class _Member:
    def __init__(self, validator: Address, power: int) -> None:
        self.validator, self.power = validator, power


class Side(Stage):
    """One chain: a bridge, validators, and every block it sealed."""

    def __init__(self, chain_id: int, params: BridgeParams = PARAMS) -> None:
        self.chain_id, self.keys = chain_id, keys_of(chain_id % 251)
        self.validators = set_of(self.keys)
        self.council = Council(self.validators.validators)
        wires = {"stakes": lambda _: self.council, "natives": lambda _: NATIVES}
        super().__init__(Assembly((Bridge,), {"bridge": wires}), bridge=BridgeGenesis(params))
        self.host.contracts = Contracts(self.host)
        self.blocks: dict[Height, LightBlock] = {}
        self.states: dict[Height, State] = {}
        for key in self.keys:
            self.host.mint(address_of(key), Wei(1_000 * COIN))
        self.seal()

    def do(self, name: str, *values: Any, sender: int = RELAYER, value_wei: int = 0) -> Any:
        """Call the bridge."""
        return self.call(Bridge, name, *values, sender=sender, value_wei=value_wei)

    def vote(self, name: str, *values: Any) -> Any:
        """Make a governed call."""
        return self.do(name, *values, sender=GOVERNANCE)

    def seal(self, seconds: int = 1) -> Height:
        """End the block, certify it and begin the next; return the height that is sealed."""
        height, time_s = self.height, self.time_s
        words = {s: w for (a, s), w in self.host.words.items() if a == Bridge.address}
        self.next_block(seconds)
        self.states[height] = State(Bridge.address, words)
        parent = self.blocks.get(Height(height - 1))
        header = header_of(
            None if parent is None else parent.header,
            height,
            time_s,
            self.states[height].root,
            self.validators.hash,
        )
        if parent is None:
            self.blocks[height] = LightBlock(header, self.validators, None)
        else:
            self.blocks[height] = certified(
                parent.header, header, self.validators, self.keys, self.chain_id
            )
        return height

    def proof(self, height: Height, slot: int, route: int, sequence: int) -> StateProof:
        """Return the proof of a commitment, receipt or acknowledgement at a sealed height."""
        return self.states[height].prove(height, place_of(slot, route, sequence))

    def end(self, route: int = 1) -> End:
        """Return this side's end of a route."""
        return End(self.chain_id, Bridge.address, Uint64(route))

    def vouchers_of(self, holder: int, remote_token: Address = NATIVE_TOKEN, route: int = 1) -> int:
        """Return how many vouchers an account holds."""
        address = vouchers.voucher_address(Uint64(route), remote_token)
        return self.host.load(address, balance_slot(account(holder)))

    def outstanding(self, is_native: bool, token: Address = NATIVE_TOKEN, route: int = 1) -> int:
        """Return an asset's escrow, or its vouchers."""
        status = self.do("asset", Uint64(route), token, is_native)
        return int(status.outstanding_wei)

    def last(self, kind: Any) -> Any:
        """Return the newest event of a kind, decoded."""
        topic = int.from_bytes(topic_of(kind), "big")
        return decoded(kind, [log for log in self.host.logs if log.topics[0] == topic][-1])

    def invent(self, payload: bytes, sequence: int = 1_000) -> Packet:
        """Commit to a packet that no send ever made, as a rotten chain would."""
        packet = Packet(Uint64(sequence), Seconds(self.time_s + 1_000), payload)
        bridge = own(Bridge, self.host)
        commitment = packet_commitment(self.end(), self.do("route", ROUTE).remote, packet)
        bridge.commitments[ROUTE, packet.sequence] = commitment  # type: ignore[attr-defined]
        return packet

    def invented(self, **fields: Any) -> Packet:
        """Commit to a transfer that no send ever made."""
        plain = {
            "token": NATIVE_TOKEN,
            "returning": False,
            "sender": account(ALICE),
            "receiver": account(BOB),
            "amount": Wei(COIN),
            "call_gas": Gas(0),
            "call_data": b"",
        }
        return self.invent(encode_transfer(Transfer(**(plain | fields))))

    def _begin(self, seconds: int, *args: Any) -> None:
        super()._begin(seconds, *args)
        now = self.host.block
        self.host.block = BlockInfo(now.height, now.time_s, self.chain_id, ZERO_ADDRESS)


def decoded(kind: Any, log: LoggedEvent) -> Any:
    """Return an event whose indexed fields are words."""
    kinds, topics = field_types(kind), iter(log.topics[1:])
    plain = [t for name, t in kinds.items() if name not in indexed_fields(kind)]
    values = iter(decode_sequence(plain, log.data))
    found = {
        name: t.from_word(next(topics)) if name in indexed_fields(kind) else next(values)  # type: ignore[attr-defined]
        for name, t in kinds.items()
    }
    return kind(**found)


class Town:
    """Two sides, joined by route 1 of each, with the coin of each one travelling both ways."""

    def __init__(self, params: BridgeParams = PARAMS, limits: Limits = LIMITS) -> None:
        self.a, self.b = Side(31_337, params), Side(31_338, params)
        for here, there in ((self.a, self.b), (self.b, self.a)):
            self.follow(here, there)
            here.vote("open_route", 1, there.end())
            here.vote("register_asset", ROUTE, coin(True), limits)
            here.vote("register_asset", ROUTE, coin(False), limits)

    def follow(self, here: Side, there: Side) -> int:
        """Make a client of the other side on this one."""
        newest = there.blocks[max(there.blocks)]
        number: int = here.vote(
            "create_client",
            ClientKind.KUMIAI,
            there.chain_id,
            TRUSTING_S,
            UNBONDING_S,
            encode_header(newest.header),
        )
        return number

    def learn(self, here: Side, there: Side, client: int = 1) -> Height:
        """Seal the other side's block and show it here; return its height."""
        known = here.do("client", client).latest_height
        height = there.seal()
        if here.time_s < there.time_s:
            here.seal(there.time_s - here.time_s)  # both read one sun
        here.do("update_client", client, update_of(there.blocks[known], there.blocks[height]))
        return height

    def send(
        self, side: Side, amount_wei: int = COIN, sender: int = ALICE, **fields: Any
    ) -> Packet:
        """Send coins of this side; return the packet."""
        order = order_of(side, amount_wei, **fields)
        value_wei = order.fee_wei + (order.amount_wei if order.token == NATIVE_TOKEN else 0)
        side.do("send", order, sender=sender, value_wei=value_wei)
        event = side.last(PacketSent)
        return Packet(event.sequence, event.timeout_s, event.payload)

    def deliver(
        self, here: Side, there: Side, packet: Packet, payee: int = RELAYER, route: int = 1
    ) -> Acknowledgement:
        """Carry a packet from the other side to this one; return the answer written for it."""
        height = self.learn(here, there)
        proof = there.proof(height, COMMITMENTS_SLOT, route, packet.sequence)
        here.do("deliver", Uint64(route), packet, proof, account(payee), sender=payee)
        return answer_of(here)

    def acknowledge(
        self, here: Side, there: Side, packet: Packet, answer: Acknowledgement, sender: int = OTHER
    ) -> None:
        """Carry the answer of the other side back to this one."""
        height = self.learn(here, there)
        proof = there.proof(height, ACKNOWLEDGEMENTS_SLOT, 1, packet.sequence)
        here.do("acknowledge", ROUTE, packet, answer, proof, sender=sender)

    def time_out(self, here: Side, there: Side, packet: Packet, sender: int = OTHER) -> None:
        """Prove on this side that the other one received nothing in time."""
        height = self.learn(here, there)
        proof = there.proof(height, RECEIPTS_SLOT, 1, packet.sequence)
        here.do("timeout", ROUTE, packet, proof, sender=sender)

    def invent(self, side: Side, payload: bytes, sequence: int = 1_000) -> Packet:
        """Let a side commit to a packet that no send ever made: that chain is rotten."""
        return side.invent(payload, sequence)

    def invented(self, side: Side, **fields: Any) -> Packet:
        """Let a side commit to a transfer that no send ever made."""
        return side.invented(**fields)

    def pass_time(self, seconds: int) -> None:
        """Let time pass on both sides."""
        for side in (self.a, self.b):
            side.seal(seconds)

    def check(self) -> None:
        """Fail where an invariant of a side, or one of both together, does not hold."""
        for here, there in ((self.a, self.b), (self.b, self.a)):
            here.check()
            assert there.outstanding(False) <= here.outstanding(True), "abroad above escrow"


def fork(
    side: Side,
    height: Height,
    trusted: LightBlock | None = None,
    time_s: int = 0,
    keys: Sequence[bytes] | None = None,
) -> bytes:
    """Return a second block of a height that a side's own validators certified."""
    known, parent = trusted or side.blocks[Height(height - 1)], side.blocks[Height(height - 1)]
    true = side.blocks[height].header
    when_s = Seconds(time_s or true.timestamp_s)
    header = header_of(parent.header, height, when_s, hashed(b"other"), side.validators.hash)
    signers = side.keys if keys is None else keys
    block = certified(parent.header, header, side.validators, signers, side.chain_id)
    return update_of(known, block)


def coin(is_native: bool) -> Asset:
    """Return this side's coin, or the other side's."""
    return Asset(NATIVE_TOKEN, is_native, ZERO_ADDRESS, "Kumiai", "KUM", Uint8(18))


def order_of(side: Side, amount_wei: int = COIN, **fields: Any) -> Order:
    """Return an order to Bob with a fee of 11 wei and 1,000 s of time."""
    values = {
        "route": ROUTE,
        "token": NATIVE_TOKEN,
        "receiver": account(BOB),
        "amount_wei": Wei(amount_wei),
        "timeout_s": Seconds(side.time_s + 1_000),
        "call_gas": Gas(0),
        "call_data": b"",
        "fee_wei": Wei(11),
    }
    return Order(**(values | fields))


def answer_of(side: Side) -> Acknowledgement:
    """Return the newest answer that was written on a side."""
    event = side.last(AcknowledgementWritten)
    return Acknowledgement(event.success, event.payee, event.result_hash)


def answering(answer: bytes = ANSWER) -> Any:
    """Return a contract that takes every transfer, or says something else."""
    return lambda host, source, data, gas: CallOutcome(True, answer)


def hashed(text: bytes) -> Hash32:
    """Return a hash."""
    return Hash32(keccak(text))
