"""What proposals do when they are carried out, and what stops them."""

from dataclasses import replace

import pytest

from chain.kit.assembly import Assembly, provided_by
from chain.kit.governed import GovernedCalls, NotGoverned
from chain.kit.host import CallInfo
from chain.kit.module import (
    Module,
    ModuleResumed,
    Unauthorized,
    audit,
    call,
    invariant,
    method_named,
    view,
)
from chain.kit.parameters import ParameterBook
from chain.kit.record import Params, Scope, param
from chain.kit.storage import Struct, Value
from chain.kit.switches import Switches
from chain.types.primitives import Height, Wei
from modules.governance.events import ChangeScheduled, ChangesDropped, ParameterChanged
from modules.governance.module import Governance
from modules.governance.records import (
    GovernanceGenesis,
    HistoryEntry,
    Option,
    ParameterChange,
    PendingChange,
    Proposal,
    Status,
)
from modules.governance.refusals import (
    CallTooLong,
    ChangesRefused,
    DryRunFailed,
    InvariantBroken,
    TargetNotOpen,
)
from modules.model_fees.module import ModelFees
from modules.staking.module import Staking
from modules.staking.records import GenesisValidator, StakingGenesis
from modules.treasury.module import Treasury, TreasuryGenesis
from tests.modules.chain_of_five import (
    DEPOSIT_WEI,
    GOVERNANCE_PARAMS,
    enact,
    five,
    pass_time,
    propose,
    vote,
)
from tests.modules.stage import COIN, NoRewards, Stage, account


class ToyParams(Params):
    """A parameter of each sort."""

    limit: int = param(default=10, doc="most that may be used", minimum=0, maximum=1_000)
    slow: int = param(default=1, doc="rarely", minimum=0, maximum=9, cooldown_s=50)
    epochal: int = param(default=5, doc="later", minimum=0, maximum=99, scope=Scope.NEXT_EPOCH)
    floor: int = param(default=0, doc="least of epochal", minimum=0, maximum=99)

    def check(self) -> str | None:
        """The floor is below."""
        return "floor is above epochal" if self.floor > self.epochal else None


class Toy(Module, address=0xFFFF, name="toy"):
    """A module whose invariant ties state to a parameter."""

    settings = Struct(0, ToyParams)
    used = Value(32, int)

    @call()
    def use(self, amount: int) -> None:
        """Use some."""
        self.used = amount

    @call(governed=True)
    def decree(self, amount: int) -> None:
        """Use some, by vote."""
        self.used = amount

    @invariant
    def used_within_limit(self) -> bool:
        """No more is used than may be."""
        return self.used <= min(self.settings.limit, 4 * self.settings.epochal)

    @view
    def epochal(self) -> int:
        """Return what changes later."""
        return self.settings.epochal

    @audit
    def nothing_more(self) -> bool:
        """There is nothing more to walk."""
        return True


MODULES = (Staking, Toy, Governance, Treasury)
WIRES = {
    "staking": {"rewards": lambda module: NoRewards()},
    "treasury": {"authority": provided_by(Governance)},
    "governance": {
        "book": lambda module: ParameterBook(MODULES, module.host),
        "switches": lambda module: Switches(MODULES, module.host),
        "calls": lambda module: GovernedCalls(MODULES, module.host),
        "stakes": provided_by(Staking),
        "treasury": provided_by(Treasury),
    },
}


@pytest.fixture
def stage() -> Stage:
    """Governance over a toy."""
    found = Stage(
        Assembly(MODULES, WIRES),
        staking=StakingGenesis(validators=(GenesisValidator(account(1), Wei(60 * COIN)),)),
        governance=GovernanceGenesis(GOVERNANCE_PARAMS),
        treasury=TreasuryGenesis(),
    )
    toy(found).settings = ToyParams()
    return found


def toy(stage: Stage) -> Toy:
    """Return the toy."""
    return Toy(stage.host, CallInfo(Toy.address))


def shown(stage: Stage, number: int) -> Proposal:
    """Return a proposal."""
    found: Proposal = stage.call(Governance, "proposal", number)
    return found


def submit(stage: Stage, *changes: tuple[str, int, int]) -> int:
    """Propose changes together."""
    values = ("T", "", tuple(ParameterChange(*change) for change in changes))
    number: int = stage.call(
        Governance, "submit_parameters", *values, sender=8, value_wei=DEPOSIT_WEI
    )
    return number


def test_change_leaves_every_other_field_alone(stage: Stage) -> None:
    """Only the named field changes (cosmos/interchain-security#2021 wiped the others)."""
    enact(stage, propose(stage, "toy.limit", 10, 20))
    assert replace(ToyParams(), limit=20) == toy(stage).settings
    assert stage.logged(ParameterChanged(1, "toy.limit", 10, 20))


def test_change_that_breaks_an_invariant_is_refused_at_submission(stage: Stage) -> None:
    """A limit below what is in use would stop the module, so it is not even voted on."""
    stage.call(Toy, "use", 8)
    with stage.refuses(DryRunFailed, "toy.used_within_limit"):
        propose(stage, "toy.limit", 10, 7)


def test_change_that_breaks_an_invariant_later_fails_whole(stage: Stage) -> None:
    """The dry run is repeated at execution: all changes are undone, the chain and toy go on."""
    number = submit(stage, ("toy.slow", 1, 2), ("toy.limit", 10, 7))
    stage.call(Toy, "use", 8)
    enact(stage, number)
    assert (Status.FAILED, True) == (
        shown(stage, number).status,
        "used_within_limit" in shown(stage, number).reason,
    )
    assert ToyParams() == toy(stage).settings
    assert () == stage.call(Governance, "history", "toy.slow", 0, 9)
    assert not toy(stage).is_paused


def test_many_changes_are_made_together_or_not_at_all(stage: Stage) -> None:
    """One bad change among good ones refuses them all."""
    with stage.refuses(DryRunFailed, "expected old value 2, found 1"):
        submit(stage, ("toy.limit", 10, 20), ("toy.slow", 2, 3))
    enact(stage, submit(stage, ("toy.limit", 10, 20), ("toy.slow", 1, 3)))
    assert ToyParams(limit=20, slow=3) == toy(stage).settings


def test_parameter_rests_between_changes(stage: Stage) -> None:
    """A cooldown holds from the last change, at submission and at execution."""
    early = propose(stage, "toy.slow", 1, 2)
    enact(stage, early)
    with stage.refuses(DryRunFailed, "a cooldown of 50 s applies"):
        propose(stage, "toy.slow", 2, 3)
    pass_time(stage, 50)
    enact(stage, propose(stage, "toy.slow", 2, 3))
    entries = stage.call(Governance, "history", "toy.slow", 0, 9)
    assert [(1, 2), (2, 3)] == [(entry.old, entry.new) for entry in entries]
    last: HistoryEntry = entries[-1]
    assert last.time_s == stage.call(Governance, "parameter", "toy.slow").changed_at_s
    assert shown(stage, last.proposal_id).closed_s == last.time_s


def test_epochal_change_waits_for_the_epoch_and_is_visible(stage: Stage) -> None:
    """A change of scope NEXT_EPOCH is decided now and counts from the epoch's first block."""
    enact(stage, submit(stage, ("toy.epochal", 5, 6), ("toy.limit", 10, 11)))
    assert (5, 11) == (toy(stage).settings.epochal, toy(stage).settings.limit)
    pending = PendingChange("toy.epochal", 1, Height(20), 5, 6)
    assert (pending,) == stage.call(Governance, "pending_changes")
    assert stage.logged(ChangeScheduled(1, "toy.epochal", 6, Height(20)))
    assert "waiting" in stage.call(Governance, "preview", (ParameterChange("toy.epochal", 5, 7),))
    pass_time(stage, 19 - stage.height)
    assert 5 == stage.call(Toy, "epochal")
    pass_time(stage, 1)
    assert 6 == stage.call(Toy, "epochal")
    assert () == stage.call(Governance, "pending_changes")
    (entry,) = stage.call(Governance, "history", "toy.epochal", 0, 9)
    assert (20, 1, 5, 6) == (entry.height, entry.proposal_id, entry.old, entry.new)


def test_epochal_change_that_became_unsound_is_dropped(stage: Stage) -> None:
    """Where another change came in between, the waiting one is dropped and said so."""
    enact(stage, propose(stage, "toy.epochal", 5, 2))
    toy(stage).settings = replace(toy(stage).settings, floor=3)
    pass_time(stage, 20 - stage.height)
    assert 5 == stage.call(Toy, "epochal")
    assert () == stage.call(Governance, "pending_changes")
    assert 1 == stage.events(ChangesDropped)


def test_epochal_change_that_would_break_an_invariant_is_dropped_whole(stage: Stage) -> None:
    """What the state no longer allows when the epoch begins leaves no trace but an event."""
    enact(stage, propose(stage, "toy.epochal", 5, 1))
    stage.call(Toy, "use", 8)
    pass_time(stage, 20 - stage.height)
    assert 5 == stage.call(Toy, "epochal")
    assert () == stage.call(Governance, "history", "toy.epochal", 0, 9)
    assert 1 == stage.events(ChangesDropped)


def test_part_that_counts_at_once_must_be_sound_alone(stage: Stage) -> None:
    """A floor cannot rise now on the word of a change that comes later."""
    with stage.refuses(DryRunFailed, "floor is above epochal"):
        submit(stage, ("toy.epochal", 5, 9), ("toy.floor", 0, 8))


def test_treasury_spend_pays_the_recipient(stage: Stage) -> None:
    """A passed spending moves the coins out of the pool."""
    stage.call(Treasury, "fund", sender=2, value_wei=5 * COIN)
    before_wei = stage.balance_wei(6)
    values = ("grant", "", account(6), Wei(3 * COIN))
    number = stage.call(Governance, "submit_spend", *values, sender=8, value_wei=DEPOSIT_WEI)
    assert before_wei == stage.balance_wei(6)
    enact(stage, number)
    assert before_wei + 3 * COIN == stage.balance_wei(6)
    assert "proposal 1: grant" == stage.call(Treasury, "spendings", 0, 1)[0].purpose


def test_two_spendings_of_the_same_coins(stage: Stage) -> None:
    """The pool is spent once: the second spending fails and takes nothing."""
    stage.call(Treasury, "fund", sender=2, value_wei=5 * COIN)
    values = ("grant", "", account(6), Wei(3 * COIN))
    for _ in range(2):
        stage.call(Governance, "submit_spend", *values, sender=8, value_wei=DEPOSIT_WEI)
    vote(stage, 1, (1, Option.YES))
    enact(stage, 2)
    assert (Status.EXECUTED, Status.FAILED) == (shown(stage, 1).status, shown(stage, 2).status)
    assert 2 * COIN == stage.call(Treasury, "balance")


def test_text_changes_nothing_but_its_status(stage: Stage) -> None:
    """A statement is carried out by being passed."""
    number = stage.call(Governance, "submit_text", "We", "agree", sender=8, value_wei=DEPOSIT_WEI)
    enact(stage, number)
    assert Status.EXECUTED == shown(stage, number).status


def test_cancelling_proposal_stops_another_at_once(stage: Stage) -> None:
    """A cancellation counts when it passes, before its target's timelock is over."""
    target = propose(stage, "toy.limit", 10, 20)
    before_wei = stage.balance_wei(8)
    values = ("stop", "", target)
    number = stage.call(Governance, "submit_cancel", *values, sender=7, value_wei=DEPOSIT_WEI)
    vote(stage, target, (1, Option.YES))
    vote(stage, number, (1, Option.YES))
    pass_time(stage, 6)
    assert (Status.CANCELLED, f"by proposal {number}") == (
        shown(stage, target).status,
        shown(stage, target).reason,
    )
    assert Status.EXECUTED == shown(stage, number).status
    assert before_wei + DEPOSIT_WEI == stage.balance_wei(8)
    pass_time(stage, 5)
    assert ToyParams() == toy(stage).settings


def test_cancelling_what_is_over_fails(stage: Stage) -> None:
    """A cancellation that comes too late says so."""
    target = propose(stage, "toy.limit", 10, 20)
    values = ("stop", "", target)
    number = stage.call(Governance, "submit_cancel", *values, sender=7, value_wei=DEPOSIT_WEI)
    stage.call(Governance, "cancel", target, sender=8)
    vote(stage, number, (1, Option.YES))
    pass_time(stage, 6)
    assert Status.FAILED == shown(stage, number).status


def test_resume_sets_a_paused_module_going() -> None:
    """A module that an invariant stopped goes on when governance says so."""
    stage = five()
    fees = ModelFees(stage.host, CallInfo(ModelFees.address))
    fees.set_paused(True)
    values = ("go on", "", "model_fees")
    number = stage.call(Governance, "submit_resume", *values, sender=8, value_wei=DEPOSIT_WEI)
    vote(stage, number, (1, Option.YES))
    for _ in range(9):
        stage.assembly.end_block(stage.host)
        stage._begin(1)
    assert Status.EXECUTED == shown(stage, number).status
    assert not fees.is_paused
    assert stage.logged(ModuleResumed())


def test_resume_of_a_broken_module_is_refused(stage: Stage) -> None:
    """Whose invariant still fails would stop again at once, so it is not resumed."""
    toy(stage).used = 11
    stage.assembly.end_block(stage.host)
    assert toy(stage).is_paused
    with stage.refuses(DryRunFailed, "used_within_limit"):
        values = ("go on", "", "toy")
        stage.call(Governance, "submit_resume", *values, sender=8, value_wei=DEPOSIT_WEI)


def call_data(name: str, amount: int) -> bytes:
    """Return a call of the toy."""
    method = method_named(Toy, name)
    assert method is not None
    return method.encode_call(amount)


def submit_call(stage: Stage, data: bytes, module: str = "toy") -> int:
    """Propose a call."""
    values = ("use", "", module, data)
    number: int = stage.call(Governance, "submit_call", *values, sender=8, value_wei=DEPOSIT_WEI)
    return number


def test_a_passed_proposal_makes_a_governed_call(stage: Stage) -> None:
    """Nobody makes the call themselves; a vote makes it, with what the proposal shows."""
    with stage.refuses(Unauthorized):
        stage.call(Toy, "decree", 7, sender=1)
    number = submit_call(stage, call_data("decree", 7))
    assert 0 == toy(stage).used
    assert call_data("decree", 7) == shown(stage, number).call_data
    enact(stage, number)
    assert Status.EXECUTED == shown(stage, number).status
    assert 7 == toy(stage).used


def test_a_call_that_would_be_refused_is_not_submitted(stage: Stage) -> None:
    """What people may do, an unknown module, no call at all, or a broken invariant: refused."""
    with stage.refuses(DryRunFailed, "not one that a passed proposal calls"):
        submit_call(stage, call_data("use", 7))
    with stage.refuses(DryRunFailed, "no module has this name"):
        submit_call(stage, call_data("decree", 7), "nowhere")
    with stage.refuses(DryRunFailed, "no method 0x01020304"):
        submit_call(stage, b"\1\2\3\4")
    with stage.refuses(DryRunFailed, "32 bytes expected"):
        submit_call(stage, call_data("decree", 7)[:-1])
    with stage.refuses(DryRunFailed, "used_within_limit"):
        submit_call(stage, call_data("decree", 11))
    with stage.refuses(CallTooLong):
        submit_call(stage, bytes(8_193))
    with pytest.raises(NotGoverned):
        GovernedCalls(MODULES, stage.host).make("toy", call_data("use", 1))


def test_a_call_that_fails_when_its_time_has_come_does_nothing(stage: Stage) -> None:
    """A proposal is carried out whole or not at all, whatever its rehearsal said."""
    number = submit_call(stage, call_data("decree", 10))
    vote(stage, number, (1, Option.YES))
    stage.call(Toy, "use", 3)
    toy(stage).settings = replace(ToyParams(), limit=9)
    pass_time(stage, 9)
    assert Status.FAILED == shown(stage, number).status
    assert "used_within_limit" in shown(stage, number).reason
    assert 3 == toy(stage).used


def test_rehearsal_leaves_no_trace(stage: Stage) -> None:
    """A dry run at submission moves no coin, changes no parameter and logs nothing of itself."""
    stage.call(Treasury, "fund", sender=2, value_wei=5 * COIN)
    propose(stage, "toy.limit", 10, 20)
    values = ("grant", "", account(6), Wei(3 * COIN))
    stage.call(Governance, "submit_spend", *values, sender=8, value_wei=DEPOSIT_WEI)
    assert ToyParams() == toy(stage).settings
    assert 5 * COIN == stage.call(Treasury, "balance")
    assert 0 == stage.events(ParameterChanged)
    assert () == stage.call(Governance, "history", "toy.limit", 0, 1)


def test_dry_run_says_which_refusal_stopped_it(stage: Stage) -> None:
    """The reason of a refused submission is the inner refusal's own message."""
    objection = "toy.limit: expected old value 11, found 10"
    with stage.refuses(DryRunFailed, ChangesRefused(objection).message()):
        submit(stage, ("toy.limit", 11, 20))
    stage.call(Toy, "use", 8)
    with stage.refuses(DryRunFailed, InvariantBroken("toy.used_within_limit").message()):
        submit(stage, ("toy.limit", 10, 5))
    with stage.refuses(DryRunFailed, TargetNotOpen(99).message()):
        values = ("stop it", "", 99)
        stage.call(Governance, "submit_cancel", *values, sender=8, value_wei=DEPOSIT_WEI)
