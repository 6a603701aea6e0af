"""What governance says when something happened."""

from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Height, Seconds, Wei
from modules.governance.records import Kind, Status, WeightedOption


class ProposalSubmitted(Event):
    """A proposal was put forward, and its dry run succeeded."""

    id: Indexed[int]
    proposer: Indexed[Address]
    kind: Kind
    title: str


class DepositAdded(Event):
    """Coins were put down for a proposal."""

    id: Indexed[int]
    depositor: Indexed[Address]
    amount_wei: Wei
    total_wei: Wei


class VotingStarted(Event):
    """The deposit is complete: stake as of the end of block `snapshot_height` may vote."""

    id: Indexed[int]
    snapshot_height: Height
    total_power_wei: Wei
    voting_end_s: Seconds


class Voted(Event):
    """A vote was cast, or cast anew."""

    id: Indexed[int]
    voter: Indexed[Address]
    power_wei: Wei
    options: tuple[WeightedOption, ...]


class Overruled(Event):
    """A vote that was cast lost stake whose owner voted itself."""

    id: Indexed[int]
    validator: Indexed[Address]
    owner: Indexed[Address]
    amount_wei: Wei


class StatusChanged(Event):
    """A proposal went on; `reason` says why where it did not go well."""

    id: Indexed[int]
    status: Status
    reason: str


class ParameterChanged(Event):
    """A parameter has another value from now on."""

    proposal_id: Indexed[int]
    parameter: str
    old: int
    new: int


class ChangeScheduled(Event):
    """A parameter will change at the beginning of an epoch."""

    proposal_id: Indexed[int]
    parameter: str
    value: int
    effective_height: Height


class ChangesDropped(Event):
    """Changes that waited for the epoch could not be made; the parameters stay as they are."""

    proposal_id: Indexed[int]
    reason: str
