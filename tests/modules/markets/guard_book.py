"""
Who guards whom, as a book of its own has it from what wards said.

    named --first at once, others after a delay--> count | cancelled, or a recovery: never count
"""

from chain.types.primitives import Address
from tests.modules.identity.scene import PARAMS

Guards = tuple[int, tuple[Address, ...]]  # how many of whom are enough
NOBODY: Guards = (0, ())


class GuardBook:
    """The guardians of every ward: those that count, and those that wait for it."""

    def __init__(self) -> None:
        self.counting: dict[int, Guards] = {}
        self.pending: dict[int, tuple[int, Guards]] = {}  # from which height on they count

    def of(self, subject: int, height: int) -> Guards:
        """Return the guardians of a subject that count at a height."""
        due_at, guards = self.pending.get(subject, (height + 1, NOBODY))
        if due_at <= height:
            self.counting[subject] = guards
            del self.pending[subject]
        return self.counting.get(subject, NOBODY)

    def name(self, subject: int, members: tuple[Address, ...], threshold: int, height: int) -> None:
        """Note that a subject named guardians: they wait where others counted so far."""
        if self.of(subject, height)[1]:
            due_at = height + PARAMS.guardian_delay_blocks
            self.pending[subject] = (due_at, (threshold, members))
        else:
            self.counting[subject] = (threshold, members)

    def waiting(self, height: int) -> list[int]:
        """Return the subjects of which some wait to count."""
        return sorted(subject for subject, (due_at, _) in self.pending.items() if height < due_at)

    def cancel(self, subject: int, height: int) -> None:
        """Note that those who waited never count; fail where nobody did."""
        self.of(subject, height)
        assert subject in self.pending, f"guardians of {subject} were cancelled, but none waited"
        del self.pending[subject]

    def recover(self, subject: int, height: int) -> None:
        """Note that another key speaks: whoever had it before may have named those who wait."""
        self.of(subject, height)
        self.pending.pop(subject, None)
