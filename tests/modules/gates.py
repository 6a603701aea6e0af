"""A gate that says what a test tells it to, for the scenes of modules that ask one."""

from dataclasses import dataclass, field

from chain.kit.admission import NO_POLICY, Denied, Reason
from chain.types.primitives import Address


@dataclass
class FakeGate:
    """Policies by number: what stands in the way of whom; whoever is not named is admitted."""

    against: dict[int, dict[Address, int]] = field(default_factory=dict)
    admitted: list[tuple[int, Address]] = field(default_factory=list)

    def deny(self, policy: int, account: Address, reasons: Reason) -> None:
        """Let a policy stand in an account's way."""
        self.against.setdefault(policy, {})[account] = int(reasons)

    def has_policy(self, policy: int) -> bool:
        """Whether a test made the policy."""
        return policy == NO_POLICY or policy in self.against

    def reasons_against(self, policy: int, account: Address) -> int:
        """Return what the test said."""
        if policy == NO_POLICY:
            return 0
        return self.against.get(policy, {}).get(account, 0)

    def admit(self, policy: int, account: Address) -> None:
        """Remember who was admitted; raises Denied."""
        reasons = self.reasons_against(policy, account)
        if reasons:
            raise Denied(policy, account, reasons)
        if policy != NO_POLICY:
            self.admitted.append((policy, account))

    def decide(self, policy: int, account: Address) -> int:
        """Answer and remember who was admitted."""
        reasons = self.reasons_against(policy, account)
        if not reasons and policy != NO_POLICY:
            self.admitted.append((policy, account))
        return reasons
