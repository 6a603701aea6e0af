"""A stand-in for staking: a register of who has how much behind whom, the same at every height."""

from chain.kit.assembly import Assembly, provided_by
from chain.kit.governed import GovernedCalls
from chain.kit.module import Module
from chain.kit.parameters import ParameterBook
from chain.kit.record import Record
from chain.kit.storage import Map, Value
from chain.kit.switches import Switches
from chain.types.primitives import Address, Height, Wei
from modules.governance.module import Governance
from modules.governance.records import GovernanceGenesis
from modules.treasury.module import Treasury, TreasuryGenesis
from tests.modules.chain_of_five import DEPOSIT_WEI, GOVERNANCE_PARAMS
from tests.modules.stage import Stage, account

Table = dict[tuple[int, int], int]  # (owner, validator) -> wei


class Behind(Record):
    """What an owner has at stake with one validator."""

    validator: Address
    amount_wei: Wei


class RegisterGenesis(Record):
    """Who has what behind whom, as (owner, validator, wei)."""

    owners: tuple[Address, ...]
    stakes: tuple[Behind, ...]


class Register(Module, address=0x0800, name="staking"):
    """Stake that never moves."""

    behind_of = Map(32, Address, tuple[Behind, ...])
    power_of = Map(33, Address, Wei)
    total_wei = Value(34, Wei)

    def genesis(self, state: RegisterGenesis) -> None:
        """Enter every stake."""
        for owner, stake in zip(state.owners, state.stakes, strict=True):
            self.behind_of[owner] = (*self.behind_of[owner], stake)
            power_wei = self.power_of[stake.validator] + stake.amount_wei
            self.power_of[stake.validator] = Wei(power_wei)
            self.total_wei = Wei(self.total_wei + stake.amount_wei)

    def delegations_at(self, delegator: Address, height: Height) -> tuple[Behind, ...]:
        """Return an owner's stakes."""
        return self.behind_of[delegator]

    def validator_power_at(self, validator: Address, height: Height) -> Wei:
        """Return all stake behind a validator."""
        return self.power_of[validator]

    def total_power_at(self, height: Height) -> Wei:
        """Return all stake."""
        return self.total_wei


PARTS = (Register, Governance, Treasury)
REGISTERED = Assembly(
    PARTS,
    {
        "governance": {
            "book": lambda consumer: ParameterBook(PARTS, consumer.host),
            "switches": lambda consumer: Switches(PARTS, consumer.host),
            "calls": lambda consumer: GovernedCalls(PARTS, consumer.host),
            "stakes": provided_by(Register),
            "treasury": provided_by(Treasury),
        },
        "treasury": {"authority": provided_by(Governance)},
    },
)


def registered(stakes: Table) -> Stage:
    """Return a stage where this stake votes on proposal 1."""
    owners = tuple(account(owner) for owner, _ in stakes)
    behind = tuple(Behind(account(v), Wei(wei)) for (_, v), wei in stakes.items())
    stage = Stage(
        REGISTERED,
        staking=RegisterGenesis(owners, behind),
        governance=GovernanceGenesis(GOVERNANCE_PARAMS),
        treasury=TreasuryGenesis(),
    )
    values = ("Title", "Summary")
    stage.call(Governance, "submit_text", *values, sender=8, value_wei=DEPOSIT_WEI)
    return stage
