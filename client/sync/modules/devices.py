"""
Devices, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.devices import (
    Application,
    Attestation,
    Case,
    Challenge,
    ClassInfo,
    DeviceClass,
    DeviceInfo,
    DevicesParams,
    Epoch,
    EpochReport,
    Maintenance,
    NextBeat,
    Penalty,
    Permission,
    ProvenBeat,
    Receipt,
    SignedBeat,
    Suspicion,
    Tally,
    Tranche,
)
from client.sync.faces import (ModuleClient, Pending)
from collections.abc import Sequence


class Devices(ModuleClient):
    """Devices: who serves from where, with how much at stake, and what that earns."""

    def register(
        self,
        application: Application,
        signature: bytes,
        attestation: Attestation,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Register a device of the caller's; its key signs every field (EIP-712), its maker vouches.

        The fee sent is burned. A key and a serial are never used again. Returns the number.
        """
        return Pending(self._loop.run(self._inner.register(application, signature, attestation, value_wei=value_wei)), self._loop)

    def bond(self, device: kit.Uint256, *, value_wei: int) -> Pending:
        """Bond a registered device with the coins sent; its clock begins with the next epoch."""
        return Pending(self._loop.run(self._inner.bond(device, value_wei=value_wei)), self._loop)

    def top_up(self, device: kit.Uint256, *, value_wei: int) -> Pending:
        """Add the coins sent to a bond; below what it needs, a device earns nothing."""
        return Pending(self._loop.run(self._inner.top_up(device, value_wei=value_wei)), self._loop)

    def set_price(self, device: kit.Uint256, price_wei: kit.Wei) -> Pending:
        """Set what a unit of service costs, in wei; zero sells nothing."""
        return Pending(self._loop.run(self._inner.set_price(device, price_wei)), self._loop)

    def beat(self, signed: Sequence[SignedBeat]) -> Pending:
        """Bring beats of the open window, signed by their devices' keys, at most BEATS_MAX."""
        return Pending(self._loop.run(self._inner.beat(signed)), self._loop)

    def post_root(self, epoch: kit.Uint256, window: kit.Uint256, root: kit.Bytes32) -> Pending:
        """Post the Merkle root of the beats that the caller heard in the open window, once."""
        return Pending(self._loop.run(self._inner.post_root(epoch, window, root)), self._loop)

    def prove_beats(self, gateway: kit.Address, proofs: Sequence[ProvenBeat]) -> Pending:
        """Show beats under a gateway's roots of the running epoch, at most BEATS_MAX."""
        return Pending(self._loop.run(self._inner.prove_beats(gateway, proofs)), self._loop)

    def pay_for_service(
        self,
        device: kit.Uint256,
        units: kit.Uint256,
        *,
        value_wei: int,
    ) -> Pending:
        """Pay a device's owner for units of service at its posted price; returns the receipt."""
        return Pending(self._loop.run(self._inner.pay_for_service(device, units, value_wei=value_wei)), self._loop)

    def report_unserved(
        self,
        receipt: kit.Uint256,
        windows: kit.Uint256,
        evidence: kit.Bytes32,
    ) -> Pending:
        """Report windows that the caller paid for and that were not served; returns the penalty."""
        return Pending(self._loop.run(self._inner.report_unserved(receipt, windows, evidence)), self._loop)

    def answer_challenge(
        self,
        challenge: kit.Uint256,
        response: kit.Bytes32,
        signature: bytes,
    ) -> Pending:
        """Bring a device's answer, signed by its key over the challenge's nonce."""
        return Pending(self._loop.run(self._inner.answer_challenge(challenge, response, signature)), self._loop)

    def attest(self, challenge: kit.Uint256, is_reachable: bool) -> Pending:
        """Say, as a drawn verifier, whether the device that answered could be reached."""
        return Pending(self._loop.run(self._inner.attest(challenge, is_reachable)), self._loop)

    def declare_maintenance(
        self,
        device: kit.Uint256,
        starts_at: kit.Height,
        blocks: kit.Uint256,
    ) -> Pending:
        """Announce that a device will be away, within the year's budget."""
        return Pending(self._loop.run(self._inner.declare_maintenance(device, starts_at, blocks)), self._loop)

    def end_maintenance(self, device: kit.Uint256) -> Pending:
        """Come back before time."""
        return Pending(self._loop.run(self._inner.end_maintenance(device)), self._loop)

    def appeal(self, penalty: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """Bring a pending penalty of the caller's device before a jury."""
        return Pending(self._loop.run(self._inner.appeal(penalty, evidence)), self._loop)

    def suspect(self, device: kit.Uint256, suspicion: Suspicion, evidence: kit.Bytes32) -> Pending:
        """Accuse a device before the jury, with a bond at the verifier; returns the case."""
        return Pending(self._loop.run(self._inner.suspect(device, suspicion, evidence)), self._loop)

    def transfer(self, device: kit.Uint256, owner: kit.Address, permission: Permission) -> Pending:
        """Give a device to another owner; its key signs too. What it earned stays."""
        return Pending(self._loop.run(self._inner.transfer(device, owner, permission)), self._loop)

    def rotate_key(
        self,
        device: kit.Uint256,
        key: kit.Address,
        permission: Permission,
        proof: bytes,
    ) -> Pending:
        """Let another key speak for a device; the old one signs `permission`, the new `proof`."""
        return Pending(self._loop.run(self._inner.rotate_key(device, key, permission, proof)), self._loop)

    def relocate(self, device: kit.Uint256, cell: kit.Uint256, permission: Permission) -> Pending:
        """Move a device to another cell; its probation begins again."""
        return Pending(self._loop.run(self._inner.relocate(device, cell, permission)), self._loop)

    def retire(self, device: kit.Uint256) -> Pending:
        """Take a device out of service for good; the bond is back after the unbonding time."""
        return Pending(self._loop.run(self._inner.retire(device)), self._loop)

    def settle(self, device: kit.Uint256) -> Pending:
        """Credit and judge a device's closed epochs now; anybody may ask."""
        return Pending(self._loop.run(self._inner.settle(device)), self._loop)

    def claim(self) -> Pending:
        """Take what was released to the caller; returns the wei."""
        return Pending(self._loop.run(self._inner.claim()), self._loop)

    def params(self) -> DevicesParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def device(self, number: kit.Uint256) -> DeviceInfo:
        """Return a device as it stood when it was last settled."""
        return self._loop.run(self._inner.device(number))

    def device_by_key(self, key: kit.Address) -> kit.Uint256:
        """Return the device that a key speaks, or ever spoke, for; zero for none."""
        return self._loop.run(self._inner.device_by_key(key))

    def devices_of(
        self,
        owner: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return an owner's devices, at most PAGE_MAX."""
        return self._loop.run(self._inner.devices_of(owner, offset, limit))

    def bonded_devices(self, first: kit.Uint256, limit: kit.Uint256) -> tuple[kit.Uint256, ...]:
        """Return the devices with a bond, from the number `first` on, at most PAGE_MAX."""
        return self._loop.run(self._inner.bonded_devices(first, limit))

    def uptime(self, device: kit.Uint256) -> Tally:
        """Return what a device did in the latest epoch it was touched in; `beats` is a bitmap."""
        return self._loop.run(self._inner.uptime(device))

    def next_beat(self, device: kit.Uint256) -> NextBeat:
        """Return the window in which a device should beat next, and its heights."""
        return self._loop.run(self._inner.next_beat(device))

    def current_epoch(self) -> Epoch:
        """Return the epoch that runs, with its windows and scores."""
        return self._loop.run(self._inner.current_epoch())

    def epoch_report(self, epoch: kit.Uint256) -> EpochReport:
        """Return what a closed epoch paid, and to how much; empty where it is not closed."""
        return self._loop.run(self._inner.epoch_report(epoch))

    def escrowed(self, device: kit.Uint256) -> kit.Wei:
        """Return what a device has in escrow, in wei."""
        return self._loop.run(self._inner.escrowed(device))

    def tranches_of(self, device: kit.Uint256) -> tuple[Tranche, ...]:
        """Return a device's rewards in escrow, oldest first."""
        return self._loop.run(self._inner.tranches_of(device))

    def claimable(self, account: kit.Address) -> kit.Wei:
        """Return what an account may claim now, in wei."""
        return self._loop.run(self._inner.claimable(account))

    def class_utilisation(self, kind: DeviceClass) -> ClassInfo:
        """Return how much of a class there is, is ready and was ever paid for."""
        return self._loop.run(self._inner.class_utilisation(kind))

    def required_bond(self, kind: DeviceClass, capacity: kit.Uint256) -> kit.Wei:
        """Return the bond of so many units of a class, in wei."""
        return self._loop.run(self._inner.required_bond(kind, capacity))

    def devices_in(self, kind: DeviceClass, cell: kit.Uint256) -> kit.Uint256:
        """Return how many devices of a class are in a cell."""
        return self._loop.run(self._inner.devices_in(kind, cell))

    def challenge(self, number: kit.Uint256) -> Challenge:
        """Return a challenge; empty for an unknown number."""
        return self._loop.run(self._inner.challenge(number))

    def open_challenge(self, device: kit.Uint256) -> kit.Uint256:
        """Return the challenge that a device should answer; zero for none."""
        return self._loop.run(self._inner.open_challenge(device))

    def penalty(self, number: kit.Uint256) -> Penalty:
        """Return a penalty; empty for an unknown number."""
        return self._loop.run(self._inner.penalty(number))

    def slash_history(
        self,
        device: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Penalty, ...]:
        """Return a device's penalties, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.slash_history(device, offset, limit))

    def case_record(self, number: kit.Uint256) -> Case:
        """Return a suspicion's case; empty for an unknown number."""
        return self._loop.run(self._inner.case_record(number))

    def receipt(self, number: kit.Uint256) -> Receipt:
        """Return a receipt; empty for an unknown number."""
        return self._loop.run(self._inner.receipt(number))

    def maintenance_of(self, device: kit.Uint256) -> Maintenance:
        """Return a device's latest maintenance and its budget used in that year."""
        return self._loop.run(self._inner.maintenance_of(device))

    def key_nonce(self, key: kit.Address) -> kit.Uint256:
        """Return the nonce that a key's next signature must name."""
        return self._loop.run(self._inner.key_nonce(key))

    def registration_digest(self, application: Application) -> kit.Bytes32:
        """Return what a device's key signs to be registered."""
        return self._loop.run(self._inner.registration_digest(application))
