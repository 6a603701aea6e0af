"""
A stage for devices: a scriptable verifier, an issuer and a market, devices with keys of their own.

    Scene() --enlist--> a device in probation --good_epochs--> active
"""

from dataclasses import replace
from typing import Any

from chain.codec.signature import address_of, sign_digest
from chain.kit.assembly import Assembly, provided_by
from chain.kit.host import CallInfo
from chain.kit.merkle import leaf_of, path_of, tree_of
from chain.kit.module import Module, call, peer, view
from chain.kit.storage import Value
from chain.types.primitives import ZERO_HASH, Address, Bps, Hash32, Height, Seconds, Wei
from modules.devices.challenges import nonce_of, pick
from modules.devices.module import Devices
from modules.devices.params import DevicesGenesis, DevicesParams
from modules.devices.records import (
    Application,
    Attestation,
    Beat,
    DeviceClass,
    ProvenBeat,
    SignedBeat,
    Standing,
    Status,
)
from modules.devices.registration import Permission
from modules.devices.signatures import (
    Answer,
    Handover,
    MakerWord,
    Relocation,
    Rotation,
    Typed,
    typed_digest,
)
from modules.treasury.module import Treasury, TreasuryGenesis
from tests.modules.courts import Court
from tests.modules.gates import FakeGate
from tests.modules.stage import COIN, Notebook, Stage, account

CHAIN_ID = 31337
OWNER, PAYER, GATEWAY, CHALLENGER, OTHER = 2, 4, 5, 6, 3
LATER_S = Seconds(2_000_000_000)
EVIDENCE = Hash32(b"\xee" * 32)
MAKER_KEY = b"\x77" * 32
GPU_BOND_WEI = 100 * COIN
PARAMS = DevicesParams(
    windows=4,
    window_blocks=2,
    proof_blocks=2,
    probation_epochs=2,
    probation_epochs_max=3,
    probation_challenges=0,
    challenges_per_draw=0,
    challenge_interval_blocks=1,
    response_blocks=4,
    attest_blocks=4,
    escrow_epochs=2,
    appeal_blocks=15,
    case_blocks_max=40,
    report_blocks=30,
    unbonding_blocks=25,
    maintenance_notice_blocks=2,
    maintenance_blocks_max=30,
    maintenance_year_blocks=50,
    long_after=3,
    very_long_after=5,
    maker_1=address_of(MAKER_KEY),
)


class Issuer(Module, address=0x0808, name="mint"):
    """A mint with an allowance that a test sets."""

    left_wei = Value(32, Wei)
    drawn_wei = Value(33, Wei)
    devices: Any = peer()

    def draw(self, amount_wei: Wei) -> Wei:
        """Create up to what is left."""
        drawn_wei = Wei(min(amount_wei, self.left_wei))
        self.left_wei = Wei(self.left_wei - drawn_wei)
        self.drawn_wei = Wei(self.drawn_wei + drawn_wei)
        self.host.mint(self.devices.address, drawn_wei)
        return drawn_wei

    @view
    def drawn(self) -> Wei:
        """Return all that was drawn."""
        return self.drawn_wei


class Market(Module, address=0x0A00, name="compute"):
    """A market that says what a device served."""

    devices: Any = peer()

    @call()
    def serve(self, device: int, value_wei: Wei, burned_wei: Wei) -> None:
        """Note a payment."""
        self.devices.note_served(device, value_wei, burned_wei)


def town(usage: Notebook, gate: FakeGate) -> Assembly:
    """Return the modules, wired."""
    return Assembly(
        (Treasury, Market, Court, Devices, Issuer),
        {
            "devices": {
                "verifier": provided_by(Court),
                "treasury": provided_by(Treasury),
                "mint": provided_by(Issuer),
                "compute": provided_by(Market),
                "usage": lambda consumer: usage,
                "gate": lambda consumer: gate,
            },
            "verification": {"asker": provided_by(Devices)},
            "mint": {"devices": provided_by(Devices)},
            "compute": {"devices": provided_by(Devices)},
        },
    )


def key_of(number: int) -> bytes:
    """Return the private key of a test device."""
    return (number + 1000).to_bytes(32, "big")


def signed(message: Typed, private_key: bytes, contract: Address = Devices.address) -> bytes:
    """Return a key's signature over a typed message."""
    y_parity, r, s = sign_digest(private_key, typed_digest(message, CHAIN_ID, contract))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))


def application(seed: int, owner: int = OWNER, **changed: Any) -> Application:
    """Return what a test device of a seed applies with."""
    plain = Application(
        account(owner),
        address_of(key_of(seed)),
        DeviceClass.GPU,
        1,
        Hash32(seed.to_bytes(32, "big")),
        Hash32(b"\xd1" * 32),
        7,
        Hash32(b"\x51" * 32),
        0,
        LATER_S,
    )
    return replace(plain, **changed)


NO_WORD = Attestation(Seconds(0), b"")


def makers_word(item: Application, private_key: bytes = MAKER_KEY) -> Attestation:
    """Return a maker's attestation of an application."""
    word = MakerWord(item.key, item.serial, int(item.kind), LATER_S)
    return Attestation(LATER_S, signed(word, private_key))


class Scene:
    """A stage with devices, the court and the issuer, and what tests do over and over."""

    def __init__(self, allowance_wei: int = 10**6 * COIN, **changed: Any) -> None:
        params = replace(PARAMS, **changed)
        self.usage, self.gate = Notebook(), FakeGate()
        sections = {"devices": DevicesGenesis(params), "treasury": TreasuryGenesis()}
        self.stage = Stage(town(self.usage, self.gate), accounts=30, **sections)
        self.params = params
        issuer = Issuer(self.stage.host, CallInfo(Issuer.address))
        issuer.left_wei = Wei(allowance_wei)
        self.keys: dict[int, bytes] = {}

    def call(self, name: str, *values: Any, sender: int = OWNER, value_wei: int = 0) -> Any:
        """Call devices."""
        return self.stage.call(Devices, name, *values, sender=sender, value_wei=value_wei)

    @property
    def devices(self) -> Devices:
        """The module itself, to look at what it stores."""
        return Devices(self.stage.host, CallInfo(Devices.address))

    def register(self, seed: int, owner: int = OWNER, **changed: Any) -> int:
        """Register a device; return its number."""
        item = application(seed, owner, **changed)
        number: int = self.call(
            "register",
            item,
            signed(item, key_of(seed)),
            makers_word(item),
            sender=owner,
            value_wei=self.params.registration_fee_wei,
        )
        self.keys[number] = key_of(seed)
        return number

    def enlist(self, seed: int, owner: int = OWNER, **changed: Any) -> int:
        """Register and bond a device; return its number."""
        number = self.register(seed, owner, **changed)
        bond_wei = self.call("required_bond", changed.get("kind", 0), changed.get("capacity", 1))
        self.call("bond", number, sender=owner, value_wei=bond_wei)
        return number

    def active(self, seed: int, owner: int = OWNER, **changed: Any) -> int:
        """Bring a device through probation; return its number."""
        number = self.enlist(seed, owner, **changed)
        self.next_epoch()
        self.good_epochs(number, count=self.params.probation_epochs)
        assert Status.ACTIVE == self.status(number)
        return number

    def standing(self, number: int) -> Standing:
        """Return a device's standing."""
        found: Standing = self.call("device", number).standing
        return found

    def status(self, number: int) -> Status:
        """Return a device's state."""
        return self.standing(number).status

    def blocks(self, count: int = 1) -> None:
        """Go on by blocks."""
        for _ in range(count):
            self.stage.next_block()

    def next_epoch(self) -> None:
        """Go on to the first block of the next epoch, and have all devices settled there."""
        self.end_epoch()
        for number in self.call("bonded_devices", 0, 100):
            self.call("settle", number)

    def end_epoch(self) -> None:
        """Go on to the first block of the next epoch; nobody asks for anything."""
        now = self.call("current_epoch").number
        while self.call("current_epoch").number == now:
            self.blocks()

    def window(self) -> int:
        """Return the open window."""
        epoch = self.call("current_epoch")
        return int((self.stage.height - epoch.started_at) // epoch.window_blocks)

    def a_beat(self, number: int, window: int | None = None, capacity: int = 1) -> SignedBeat:
        """Return a signed beat of the open window, or of another."""
        at = self.window() if window is None else window
        beat = Beat(number, self.call("current_epoch").number, at, capacity, ZERO_HASH)
        return SignedBeat(beat, signed(beat, self.keys[number]))

    def beat(self, *numbers: int) -> None:
        """Beat in the open window."""
        self.call("beat", tuple(self.a_beat(number) for number in numbers), sender=GATEWAY)

    def beat_windows(self, *numbers: int, count: int | None = None) -> None:
        """Beat in this many of the epoch's windows, from its first block on, and end there."""
        for index in range(self.params.windows if count is None else count):
            while self.window() < index:
                self.blocks()
            self.beat(*numbers)

    def good_epochs(self, *numbers: int, count: int = 1) -> None:
        """Beat in every window of some epochs."""
        for _ in range(count):
            self.beat_windows(*numbers)
            self.next_epoch()

    def posted(self, *beats: SignedBeat) -> tuple[ProvenBeat, ...]:
        """Post the root of beats as the gateway; return their proofs."""
        leaves = [leaf_of(typed_digest(item.beat, CHAIN_ID, Devices.address)) for item in beats]
        levels = tree_of(leaves)
        first = beats[0].beat
        values = (first.epoch, first.window, levels[-1][0])
        self.call("post_root", *values, sender=GATEWAY)
        return tuple(
            ProvenBeat(item.beat, item.signature, index, path_of(levels, index))
            for index, item in enumerate(beats)
        )

    def permission(self, number: int, message: type[Any], subject: Any) -> Permission:
        """Return the device key's signature over a change of the device."""
        key = self.keys[number]
        nonce = self.call("key_nonce", address_of(key))
        return Permission(nonce, LATER_S, signed(message(number, subject, nonce, LATER_S), key))

    def handover(self, number: int, owner: int) -> Permission:
        """Return the key's word for a new owner."""
        return self.permission(number, Handover, account(owner))

    def relocation(self, number: int, cell: int) -> Permission:
        """Return the key's word for another cell."""
        return self.permission(number, Relocation, cell)

    def rotation(self, number: int, new_key: bytes) -> tuple[Permission, bytes]:
        """Return both keys' words for another key."""
        address = address_of(new_key)
        word = self.permission(number, Rotation, address)
        return word, signed(Rotation(number, address, word.nonce, LATER_S), new_key)

    def answer(self, challenge: int, response: Hash32 = EVIDENCE) -> None:
        """Answer a challenge with the key of its device."""
        record = self.call("challenge", challenge)
        message = Answer(challenge, record.nonce, response)
        word = signed(message, self.keys[record.device])
        self.call("answer_challenge", challenge, response, word, sender=GATEWAY)

    def rule(self, claim: int, worker_bps: int, refund_wei: int = 0) -> int:
        """Let the court rule."""
        found: int = self.stage.call(Court, "rule", claim, Bps(worker_bps), Wei(refund_wei))
        return found

    def serve(self, number: int, value_wei: int, burned_wei: int) -> None:
        """Let the market say what a device served."""
        self.stage.call(Market, "serve", number, Wei(value_wei), Wei(burned_wei))

    def go_to(self, height: int) -> None:
        """Go on to a height."""
        while self.stage.height < height:
            self.blocks()

    def rest(self, number: int) -> None:
        """Declare a maintenance and wait until it begins."""
        starts_at = Height(self.stage.height + self.params.maintenance_notice_blocks)
        self.call("declare_maintenance", number, starts_at, 10)
        self.go_to(starts_at)

    def tune(self, **changed: Any) -> None:
        """Change parameters, as a passed proposal would."""
        devices = self.devices
        devices.settings = replace(devices.settings, **changed)

    def draw_for(self, number: int) -> int:
        """Let the next block's beacon draw a device; return the challenge."""
        self.tune(challenges_per_draw=1)
        for guess in range(1, 1000):
            beacon = Hash32(guess.to_bytes(32, "big"))
            nonce = nonce_of(beacon, self.stage.height + 1, 0)
            if pick(self.devices, nonce) == number:
                self.stage.host.beacon_value = beacon
                break
        self.blocks()
        self.tune(challenges_per_draw=0)
        found: int = self.call("open_challenge", number)
        assert found
        return found
