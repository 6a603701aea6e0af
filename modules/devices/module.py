"""
Devices: who serves from where, with how much at stake, and what that earns.

    device key + owner --register--> --bond--> probation --epochs--> active <--> degraded, offline
    beats, challenges, demand --> scores of the epoch --close--> pools from the mint
        --> escrow, slashable --epochs--> owner
    outage, report --> penalty --appeal--> jury;    suspicion --> jury --> cleared | banned

Rewards follow what demand burned; being there earns the floor alone. Nobody walks over all devices:
an epoch is closed in one step, and a device is settled when it is next touched or found silent.
"""

from dataclasses import replace

from chain.kit.admission import Denied, Gate
from chain.kit.bitmaps import NumberSet, NumberSetMap
from chain.kit.collections import SetMap
from chain.kit.module import Module, Paused, Unauthorized, audit, call, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.storage import Beside, Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.kit.trails import TrailMap
from chain.kit.usage import UsageBook
from chain.kit.verdicts import Verifier
from chain.types.primitives import Address, Bps, Hash32, Height, Wei
from modules.devices import (
    audits,
    beats,
    cases,
    challenges,
    demand,
    epochs,
    escrow,
    maintenance,
    penalties,
    registration,
)
from modules.devices.books import enter, standing_of
from modules.devices.deadlines import HANDLERS

# The page may say all that these two files declare; most of it is said by the files around it.
from modules.devices.events import *  # noqa: F403
from modules.devices.machines import CASE, CHALLENGE, DEVICE, OWNER, PENALTY
from modules.devices.params import DevicesGenesis, DevicesParams, LiveParams
from modules.devices.peers import Issuer, Market, Pool
from modules.devices.records import (
    PAGE_MAX,
    Application,
    Attestation,
    Case,
    Challenge,
    ClassInfo,
    Device,
    DeviceClass,
    DeviceInfo,
    Epoch,
    EpochReport,
    Maintenance,
    NextBeat,
    Penalty,
    ProvenBeat,
    Receipt,
    SignedBeat,
    Standing,
    Suspicion,
    Tally,
    Tranche,
)
from modules.devices.refusals import *  # noqa: F403
from modules.devices.refusals import CapacityInvalid, OwnCase
from modules.devices.registration import Permission
from modules.devices.signatures import typed_digest

__all__ = ["Denied", "Devices", "RoleForbids", "StateForbids"]


class Devices(Module, address=0x0A04):
    """Devices earn for demand they served."""

    device_machine = DEVICE
    challenge_machine = CHALLENGE
    penalty_machine = PENALTY
    case_machine = CASE

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, DevicesParams)  # slots 0 to 127 are the parameters'
    count = Value(128, int)  # devices ever registered; numbers the next
    register_of = Map(129, int, Device)  # what else is of a device lies beside it
    standings = Map(130, int, Standing, Beside(129, 12))
    tallies = Map(131, int, Tally, Beside(129, 16))
    number_by_key = Map(132, Address, int)  # of every key that ever spoke for a device
    number_by_serial = Map(133, Hash32, int)
    nonces = Map(134, Address, int)  # of a device's key: signatures it spent
    owned = SetMap(135, Address, int)  # 135 and 136
    bans = Map(137, Address, int)  # of an owner
    bonded = NumberSet(138)  # 139 is free
    ready = SetMap(140, int, int)  # of a class: what may be drawn; 140 and 141
    cells = PairMap(142, int, int, int)  # class, cell: devices in it
    classes = Map(143, int, ClassInfo)
    epoch = Struct(144, Epoch)  # 144 to 150
    reports = Map(151, int, EpochReport)
    waiting = NumberSetMap(152, int)  # of an epoch: who is settled if nobody touches it
    waiting_from = Value(153, int)  # the oldest epoch whose devices may still be waiting
    tranches = Map(154, int, tuple[Tranche, ...], Beside(129, 24))
    earned = Map(155, int, Wei, Beside(129, 25))  # of a device, ever: only grows
    clawed_back = Map(156, int, Wei, Beside(129, 26))  # of a device's escrow, ever: only grows
    claimable_wei = Map(157, Address, Wei)
    bonds_total_wei = Value(158, Wei)
    escrow_total_wei = Value(159, Wei)
    claimable_total_wei = Value(160, Wei)
    pools_left_wei = Value(161, Wei)  # of closed epochs, not credited yet
    carry_wei = Value(162, Wei)  # what rounding left; the next epoch's
    roots = PairMap(163, Address, int, Hash32)  # gateway, epoch and window
    maintenances = Map(164, int, Maintenance, Beside(129, 32))
    challenge_count = Value(165, int)
    challenges = Map(166, int, Challenge)
    open_challenges = Map(167, int, int, Beside(129, 27))  # of a device; zero for none
    penalty_count = Value(168, int)
    penalties = Map(169, int, Penalty)
    penalties_of_device = TrailMap(170, int, Beside(129, 28))
    case_count = Value(171, int)
    cases = Map(172, int, Case)
    receipt_count = Value(173, int)
    receipts = Map(174, int, Receipt)
    timers = Timers(175, Clock.HEIGHT)  # 175 to 178
    waits_in = Map(
        179, int, int, Beside(129, 29)
    )  # of a device: the epoch whose list it is in; zero for none

    verifier: Verifier = peer()
    treasury: Pool = peer()
    mint: Issuer = peer()
    compute: Market = peer()
    gate: Gate = peer()
    usage: UsageBook = peer()

    @property
    def live(self) -> LiveParams:
        """The parameters, read one at a time."""
        return LiveParams(self)

    def epoch_number(self) -> int:
        """Return the number of the epoch that runs."""
        return self.epoch.number

    def genesis(self, state: DevicesGenesis) -> None:
        """Set the parameters and begin epoch 1 with block 1; raises Malformed."""
        self.settings = checked(state.params)
        epochs.begin(self, 1, Height(self.block.height + 1))

    @call(payable=True)
    def register(self, application: Application, signature: bytes, attestation: Attestation) -> int:
        """
        Register a device of the caller's; its key signs every field (EIP-712), its maker vouches.

        The fee sent is burned. A key and a serial are never used again. Returns the number.
        """
        return registration.register(self, application, signature, attestation)

    @call(payable=True)
    def bond(self, device: int) -> None:
        """Bond a registered device with the coins sent; its clock begins with the next epoch."""
        enter(self, "bond", device)
        registration.bond(self, device)

    @call(payable=True)
    def top_up(self, device: int) -> None:
        """Add the coins sent to a bond; below what it needs, a device earns nothing."""
        registration.top_up(self, device)

    @call()
    def set_price(self, device: int, price_wei: Wei) -> None:
        """Set what a unit of service costs, in wei; zero sells nothing."""
        demand.set_price(self, device, price_wei)

    @call()
    def beat(self, signed: tuple[SignedBeat, ...]) -> None:
        """Bring beats of the open window, signed by their devices' keys, at most BEATS_MAX."""
        beats.beat_all(self, signed)

    @call()
    def post_root(self, epoch: int, window: int, root: Hash32) -> None:
        """Post the Merkle root of the beats that the caller heard in the open window, once."""
        beats.post_root(self, epoch, window, root)

    @call()
    def prove_beats(self, gateway: Address, proofs: tuple[ProvenBeat, ...]) -> None:
        """Show beats under a gateway's roots of the running epoch, at most BEATS_MAX."""
        beats.prove_all(self, gateway, proofs)

    @call(payable=True)
    def pay_for_service(self, device: int, units: int) -> int:
        """Pay a device's owner for units of service at its posted price; returns the receipt."""
        return demand.pay_for_service(self, device, units)

    @call()
    def report_unserved(self, receipt: int, windows: int, evidence: Hash32) -> int:
        """Report windows that the caller paid for and that were not served; returns the penalty."""
        return demand.report_unserved(self, receipt, windows, evidence)

    @call()
    def answer_challenge(self, challenge: int, response: Hash32, signature: bytes) -> None:
        """Bring a device's answer, signed by its key over the challenge's nonce."""
        challenges.answer(self, challenge, response, signature)

    @call()
    def attest(self, challenge: int, is_reachable: bool) -> None:
        """Say, as a drawn verifier, whether the device that answered could be reached."""
        challenges.attest(self, challenge, is_reachable)

    @call()
    def declare_maintenance(self, device: int, starts_at: Height, blocks: int) -> None:
        """Announce that a device will be away, within the year's budget."""
        enter(self, "declare_maintenance", device)
        maintenance.declare(self, device, starts_at, blocks)

    @call()
    def end_maintenance(self, device: int) -> None:
        """Come back before time."""
        enter(self, "end_maintenance", device)
        epochs.settle(self, device)
        maintenance.resume(self, device, "end_maintenance")

    @call()
    def appeal(self, penalty: int, evidence: Hash32) -> None:
        """Bring a pending penalty of the caller's device before a jury."""
        record = self.penalties[penalty]
        is_owner = self.sender == self.register_of[record.device].owner
        PENALTY.enter("appeal", record.status, (OWNER,) if is_owner else ())
        penalties.appeal(self, penalty, evidence)

    @call()
    def suspect(self, device: int, suspicion: Suspicion, evidence: Hash32) -> int:
        """Accuse a device before the jury, with a bond at the verifier; returns the case."""
        enter(self, "suspect", device)
        if self.sender == self.register_of[device].owner:
            raise OwnCase()
        epochs.settle(self, device)
        return cases.suspect(self, device, suspicion, evidence)

    @call()
    def transfer(self, device: int, owner: Address, permission: Permission) -> None:
        """Give a device to another owner; its key signs too. What it earned stays."""
        enter(self, "transfer", device)
        epochs.settle(self, device)
        registration.transfer(self, device, owner, permission)

    @call()
    def rotate_key(self, device: int, key: Address, permission: Permission, proof: bytes) -> None:
        """Let another key speak for a device; the old one signs `permission`, the new `proof`."""
        enter(self, "rotate_key", device)
        registration.rotate_key(self, device, key, permission, proof)

    @call()
    def relocate(self, device: int, cell: int, permission: Permission) -> None:
        """Move a device to another cell; its probation begins again."""
        enter(self, "relocate", device)
        epochs.settle(self, device)
        registration.relocate(self, device, cell, permission)

    @call()
    def retire(self, device: int) -> None:
        """Take a device out of service for good; the bond is back after the unbonding time."""
        enter(self, "retire", device)
        epochs.settle(self, device)
        registration.retire(self, device)

    @call()
    def settle(self, device: int) -> None:
        """Credit and judge a device's closed epochs now; anybody may ask."""
        standing_of(self, device)
        epochs.settle(self, device)

    @call()
    def claim(self) -> Wei:
        """Take what was released to the caller; returns the wei."""
        return escrow.claim(self)

    @view
    def params(self) -> DevicesParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def device(self, number: int) -> DeviceInfo:
        """Return a device as it stood when it was last settled."""
        standing = standing_of(self, number)
        return DeviceInfo(
            number,
            self.register_of[number],
            standing,
            self.escrowed(number),
            self.earned[number],
            self.clawed_back[number],
        )

    @view
    def device_by_key(self, key: Address) -> int:
        """Return the device that a key speaks, or ever spoke, for; zero for none."""
        return self.number_by_key[key]

    @view
    def devices_of(self, owner: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return an owner's devices, at most PAGE_MAX."""
        return self.owned[owner].page(offset, min(limit, PAGE_MAX))

    @view
    def bonded_devices(self, first: int, limit: int) -> tuple[int, ...]:
        """Return the devices with a bond, from the number `first` on, at most PAGE_MAX."""
        return self.bonded.page(first, min(limit, PAGE_MAX))

    @view
    def uptime(self, device: int) -> Tally:
        """Return what a device did in the latest epoch it was touched in; `beats` is a bitmap."""
        return self.tallies[device]

    @view
    def next_beat(self, device: int) -> NextBeat:
        """Return the window in which a device should beat next, and its heights."""
        standing_of(self, device)
        return beats.next_beat(self, device)

    @view
    def current_epoch(self) -> Epoch:
        """Return the epoch that runs, with its windows and scores."""
        return self.epoch

    @view
    def epoch_report(self, epoch: int) -> EpochReport:
        """Return what a closed epoch paid, and to how much; empty where it is not closed."""
        return self.reports[epoch]

    @view
    def escrowed(self, device: int) -> Wei:
        """Return what a device has in escrow, in wei."""
        return Wei(escrow.escrowed_wei(self, device))

    @view
    def tranches_of(self, device: int) -> tuple[Tranche, ...]:
        """Return a device's rewards in escrow, oldest first."""
        return self.tranches[device]

    @view
    def claimable(self, account: Address) -> Wei:
        """Return what an account may claim now, in wei."""
        return self.claimable_wei[account]

    @view
    def class_utilisation(self, kind: DeviceClass) -> ClassInfo:
        """Return how much of a class there is, is ready and was ever paid for."""
        return replace(self.classes[kind], ready=len(self.ready[kind]))

    @view
    def required_bond(self, kind: DeviceClass, capacity: int) -> Wei:
        """Return the bond of so many units of a class, in wei."""
        terms = self.live.class_terms(kind)
        if capacity > terms.capacity_max:
            raise CapacityInvalid(terms.capacity_max, capacity)
        return Wei(terms.bond_wei * capacity)

    @view
    def devices_in(self, kind: DeviceClass, cell: int) -> int:
        """Return how many devices of a class are in a cell."""
        return self.cells[kind, cell]

    @view
    def challenge(self, number: int) -> Challenge:
        """Return a challenge; empty for an unknown number."""
        return self.challenges[number]

    @view
    def open_challenge(self, device: int) -> int:
        """Return the challenge that a device should answer; zero for none."""
        return self.open_challenges[device]

    @view
    def penalty(self, number: int) -> Penalty:
        """Return a penalty; empty for an unknown number."""
        return self.penalties[number]

    @view
    def slash_history(self, device: int, offset: int, limit: int) -> tuple[Penalty, ...]:
        """Return a device's penalties, oldest first, at most PAGE_MAX."""
        page = self.penalties_of_device[device].page(offset, min(limit, PAGE_MAX))
        return tuple(self.penalties[number] for number in page)

    @view
    def case_record(self, number: int) -> Case:
        """Return a suspicion's case; empty for an unknown number."""
        return self.cases[number]

    @view
    def receipt(self, number: int) -> Receipt:
        """Return a receipt; empty for an unknown number."""
        return self.receipts[number]

    @view
    def maintenance_of(self, device: int) -> Maintenance:
        """Return a device's latest maintenance and its budget used in that year."""
        return self.maintenances[device]

    @view
    def key_nonce(self, key: Address) -> int:
        """Return the nonce that a key's next signature must name."""
        return self.nonces[key]

    @view
    def registration_digest(self, application: Application) -> Hash32:
        """Return what a device's key signs to be registered."""
        return typed_digest(application, self.block.chain_id, self.address)

    def note_served(self, device: int, value_wei: Wei, burned_wei: Wei) -> None:
        """Count work that a device did for the compute market; compute's word only."""
        if self.sender != self.compute.address:
            raise Unauthorized(self.sender)
        if not self.is_paused:  # a payment must not fail because rewards are stopped
            demand.note_served(self, device, value_wei, burned_wei)

    def claim_disputed(self, subject: int, claim: int) -> None:
        """Hear that a jury has begun; nothing is paid for a dispute before it is ruled."""
        self._check_verifier()

    def claim_ruled(self, subject: int, claim: int, worker_bps: Bps, refund_wei: Wei) -> Wei:
        """Carry a ruling out; what came too late changes nothing. Verification's word only."""
        self._check_verifier()
        self.pay(self.treasury.address, refund_wei, "claim_refund")
        number, is_case = divmod(subject, 2)
        end = cases.ruled if is_case else penalties.ruled
        forfeit_wei = Wei(end(self, number, worker_bps))
        self.pay(self.sender, forfeit_wei, "device_forfeit")
        return forfeit_wei

    def begin_block(self) -> None:
        """Close an epoch that is over, settle a few silent devices, draw challenges."""
        if self.block.height >= epochs.ends_at(self.epoch):
            epochs.close(self)
        epochs.settle_silent(self)
        challenges.draw(self)

    def on_timer(self, kind: int, key: int) -> None:
        """Do what nobody did in time."""
        if kind not in HANDLERS:
            super().on_timer(kind, key)
        HANDLERS[kind](self, key)

    @invariant
    def coins_cover_promises(self) -> bool:
        """The module holds bonds, escrow, what is claimable and pools; others' gifts besides."""
        owed_wei = self.bonds_total_wei + self.escrow_total_wei + self.claimable_total_wei
        owed_wei += self.pools_left_wei + self.carry_wei
        return self.host.balance_wei(self.address) >= owed_wei

    @audit
    def bonds_sum_to_total(self) -> bool:
        """Every bond is part of the total (D3)."""
        return audits.bonds_sum_to_total(self)

    @audit
    def escrow_sums_to_total(self) -> bool:
        """Every tranche is part of the total."""
        return audits.escrow_sums_to_total(self)

    @audit
    def pools_are_divided_exactly(self) -> bool:
        """What each epoch paid is credited, left to credit, or carried (D1)."""
        return audits.pools_are_divided_exactly(self)

    @audit
    def scores_sum_to_epoch(self) -> bool:
        """The running epoch's totals are its devices' scores."""
        return audits.scores_sum_to_epoch(self)

    @audit
    def keys_serials_and_cells_agree(self) -> bool:
        """A key and a serial name one device; cells and classes count those in service (D4)."""
        return audits.keys_serials_and_cells_agree(self)

    @audit
    def silence_is_noticed(self) -> bool:
        """Whoever may fall silent stands in the one list where the chain finds it (D7)."""
        return audits.silence_is_noticed(self)

    @audit
    def beats_fit_windows(self) -> bool:
        """No device beat more often than there are windows (D6)."""
        return audits.beats_fit_windows(self)

    @audit
    def rewards_only_grow(self) -> bool:
        """What a device earned is in escrow, released or clawed back, never less (D2)."""
        return audits.rewards_only_grow(self)

    def _check_verifier(self) -> None:
        """Another module calls past the dispatcher, so who it is, and the pause, stand here."""
        if self.sender != self.verifier.address:
            raise Unauthorized(self.sender)
        if self.is_paused:
            raise Paused()
