"""
Recovery and freezes: who may act on a subject besides its owner, and how little they may do.

    guardians --approve, m of n, for one key--> RECOVERING --delay without a veto--> the new key
    officer   --case, limited time-----------> FROZEN     --lifted, or by itself--> ACTIVE

A recovery takes away no time of a freeze and a freeze no veto: each begins in ACTIVE alone, and the
officer is neither guardian nor heir. So whoever freezes cannot take, and whoever takes must wait.
"""

from dataclasses import replace

from chain.kit.module import call, view
from chain.kit.storage import Map, PairMap
from chain.types.primitives import ZERO_ADDRESS, Address, Hash32, Height
from modules.identity.events import (
    GuardiansCancelled,
    GuardiansSet,
    RecoveryApproved,
    RecoveryFailed,
    RecoveryStarted,
    RecoveryVetoed,
    SubjectFrozen,
    SubjectUnfrozen,
)
from modules.identity.issuers import Issuers
from modules.identity.records import (
    GUARDIANS_MAX,
    Approval,
    Freeze,
    Guardians,
    PendingGuardians,
    Permission,
    Recovery,
    SubjectState,
)
from modules.identity.refusals import (
    GuardiansInvalid,
    NothingPending,
    OfficerConcerned,
    TriesSpent,
)
from modules.identity.signatures import Rescue, check_consent
from modules.identity.subjects import Subjects

RECOVERY_DUE, FREEZE_DUE = 1, 2  # kinds of deadline


class Recoveries(Subjects, Issuers):
    """Slots 112 to 127."""

    guardian_sets = Map(112, int, Guardians)
    pending_sets = Map(113, int, PendingGuardians)
    recoveries = Map(114, int, Recovery)
    approvals = PairMap(115, int, Address, Approval)
    freezes = Map(116, int, Freeze)

    @call()
    def set_guardians(self, subject: int, members: tuple[Address, ...], threshold: int) -> None:
        """
        Name who may recover the subject: `threshold` of `members`; none and 0 for nobody.

        Where there were guardians before, they stay so until the delay is over.
        """
        self.enter_subject("set_guardians", subject)
        is_sound = len(set(members)) == len(members) <= GUARDIANS_MAX and all(map(any, members))
        is_reachable = 1 <= threshold <= len(members) or (threshold == 0 and not members)
        if not is_sound or not is_reachable or any(map(self.is_officer, members)):
            raise GuardiansInvalid(len(members), threshold)
        guardians, effective_at = Guardians(threshold, members), self.block.height
        if self.settle_guardians(subject).members:
            effective_at = Height(effective_at + self.live.guardian_delay_blocks)
            self.pending_sets[subject] = PendingGuardians(effective_at, guardians)
        else:
            self.guardian_sets[subject] = guardians
        self.emit(GuardiansSet(subject, threshold, members, effective_at))

    @call()
    def cancel_guardians(self, subject: int) -> None:
        """Drop the set of guardians that waits to count."""
        self.enter_subject("cancel_guardians", subject)
        self.settle_guardians(subject)
        if not self.pending_sets[subject].effective_at:
            raise NothingPending(subject)
        self._drop_pending(subject)

    @call()
    def approve_recovery(self, subject: int, key: Address, permission: Permission) -> None:
        """
        Say as a guardian that a key shall speak for the subject; the key signs a Rescue.

        With enough guardians for the same key the delay begins. A guardian's later word counts
        instead of its earlier one, and none for ever, so that no guardian stands in another's way.
        """
        guardians = self.settle_guardians(subject)
        self.enter_subject("approve_recovery", subject, self.sender in guardians.members)
        if self.is_officer(self.sender) or self.is_officer(key):
            raise OfficerConcerned(key if self.is_officer(key) else self.sender)
        self.refuse_taken(key, subject)
        check_consent(self, Rescue, subject, key, permission)
        found, now = self.recoveries[subject], self.block.height
        self.approvals[subject, self.sender] = Approval(key, found.round, now)
        self.emit(RecoveryApproved(subject, self.sender, key))
        agreed = sum(1 for member in guardians.members if self._approves(subject, member, key))
        if agreed >= guardians.threshold:
            self._begin_recovery(subject, key)

    @call()
    def veto_recovery(self, subject: int) -> None:
        """Say as the owner that no recovery is wanted; every approval so far is void."""
        self.enter_subject("veto_recovery", subject)
        found, now = self.recoveries[subject], self.block.height
        is_recent = self._is_counted(found)
        tries = found.tries + 1 if is_recent else 1
        since = found.tries_since if is_recent else now
        self.recoveries[subject] = Recovery(ZERO_ADDRESS, Height(0), found.round + 1, tries, since)
        self.stop_waiting(RECOVERY_DUE, subject)
        self.set_state("veto_recovery", subject, SubjectState.ACTIVE)
        self.emit(RecoveryVetoed(subject, tries))

    @call()
    def freeze(self, subject: int, case: Hash32, blocks: int) -> None:
        """Keep a subject from being admitted anywhere, for so many blocks; nothing of it moves."""
        self.enter_subject("freeze", subject)
        self.refuse_issuing_officer()
        if self.sender in self.guardians_of(subject).members:
            raise OfficerConcerned(self.sender)
        self.freezes[subject] = self.begin_freeze(self.freezes[subject], subject, case, blocks)
        self.set_state("freeze", subject, SubjectState.FROZEN)
        self.emit(SubjectFrozen(subject, case, self.wait(FREEZE_DUE, subject, blocks, False)))

    @call()
    def lift_freeze(self, subject: int) -> None:
        """End a freeze before its time."""
        self.enter_subject("lift_freeze", subject)
        self._thaw("lift_freeze", subject)

    @call(governed=True)
    def govern_freeze(self, subject: int, blocks: int) -> None:
        """Let a freeze last for so many blocks from now on; 0 ends it."""
        self.enter_subject("govern_freeze", subject)
        if blocks == 0:
            self._thaw("govern_freeze", subject)
            return
        self.check_span(blocks, self.live.extension_blocks_max)
        self.set_state("govern_freeze", subject, SubjectState.FROZEN)
        until = self.wait(FREEZE_DUE, subject, blocks, False)
        case = self.freezes[subject].case
        self.freezes[subject] = Freeze(case, until)
        self.emit(SubjectFrozen(subject, case, until))

    @view
    def approval(self, subject: int, guardian: Address) -> Approval:
        """Return a guardian's latest word; it counts in the recovery's round, for a while."""
        return self.approvals[subject, guardian]

    def guardians_of(self, subject: int) -> Guardians:
        """Return the guardians that count now."""
        pending = self.pending_sets[subject]
        if 0 < pending.effective_at <= self.block.height:
            return pending.guardians
        return self.guardian_sets[subject]

    def settle_guardians(self, subject: int) -> Guardians:
        """Let a set whose delay is over take its place; return the guardians that count now."""
        found = self.guardians_of(subject)
        if 0 < self.pending_sets[subject].effective_at <= self.block.height:
            self.guardian_sets[subject] = found
            del self.pending_sets[subject]
        return found

    def end_recovery(self, subject: int) -> None:
        """Let the new key speak: nobody vetoed in time."""
        found = self.recoveries[subject]
        self.set_state("recovery_ends", subject, SubjectState.ACTIVE)
        self.recoveries[subject] = replace(
            found, key=ZERO_ADDRESS, ends_at=Height(0), round=found.round + 1
        )
        if self.number_of[found.key] not in (0, subject) or self.is_officer(found.key):
            self.emit(RecoveryFailed(subject, found.key))
            return
        self.settle_guardians(subject)
        if self.pending_sets[subject].effective_at:
            self._drop_pending(subject)  # whoever had the key meanwhile asked for it
        self.replace_controller(subject, found.key)

    def end_freeze(self, subject: int) -> None:
        """Let a freeze end by itself."""
        self._thaw("freeze_ends", subject)

    def _thaw(self, name: str, subject: int) -> None:
        case = self.freezes[subject].case
        self.freezes[subject] = Freeze(case, self.block.height)
        self.stop_waiting(FREEZE_DUE, subject)
        self.set_state(name, subject, SubjectState.ACTIVE)
        self.emit(SubjectUnfrozen(subject, case))

    def _drop_pending(self, subject: int) -> None:
        del self.pending_sets[subject]
        self.emit(GuardiansCancelled(subject))

    def _approves(self, subject: int, guardian: Address, key: Address) -> bool:
        word = self.approvals[subject, guardian]
        is_fresh = self.block.height < word.given_at + self.live.approval_blocks
        is_of_round = word.round == self.recoveries[subject].round and word.given_at > 0
        is_free = not self.is_officer(guardian)  # it may have become the officer since
        return word.key == key and is_of_round and is_fresh and is_free

    def _is_counted(self, found: Recovery) -> bool:
        """Whether the tries so far still count."""
        ends_at = found.tries_since + self.live.recovery_tries_blocks
        return found.tries > 0 and self.block.height < ends_at

    def _begin_recovery(self, subject: int, key: Address) -> None:
        found, live = self.recoveries[subject], self.live
        if self._is_counted(found) and found.tries >= live.recovery_tries_max:
            raise TriesSpent(Height(found.tries_since + live.recovery_tries_blocks))
        ends_at = self.wait(RECOVERY_DUE, subject, live.recovery_delay_blocks)
        self.recoveries[subject] = replace(found, key=key, ends_at=ends_at)
        self.set_state("approve_recovery", subject, SubjectState.RECOVERING)
        self.emit(RecoveryStarted(subject, key, ends_at))
