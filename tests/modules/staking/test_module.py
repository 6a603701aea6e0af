"""Staking's calls, views, deadlines and hooks, one by one."""

from dataclasses import replace

import pytest

from chain.errors import Malformed
from chain.types.primitives import Bps, Height, Seconds, Wei
from modules.staking import candidacy, stake
from modules.staking.events import (
    CandidacyChanged,
    CommissionChanged,
    Delegated,
    Redelegated,
    UnbondingFinished,
    UnbondingStarted,
    ValidatorCreated,
    ValidatorEdited,
    ValidatorSetChanged,
)
from modules.staking.module import Staking
from modules.staking.records import GenesisValidator, StakingGenesis, StakingParams, ValidatorPower
from modules.staking.refusals import (
    AlreadyValidator,
    BondTooSmall,
    CandidatesFull,
    CommissionChangedRecently,
    CommissionStepTooBig,
    CommissionTooHigh,
    HeightNotPast,
    MonikerTooLong,
    RedelegationInFlight,
    SameValidator,
    StakeTooSmall,
    TooManyDelegations,
    TooManyEntries,
    UnknownValidator,
    ZeroAmount,
)
from tests.modules.callers import NOBODY
from tests.modules.stage import COIN, Stage, account
from tests.modules.staking.scene import ALONE, PARAMS, genesis

NO_MONIKER_TERMS = ("", Bps(0), Bps(0), Bps(0))


def staking(params: StakingParams = PARAMS, *stakes: int) -> Stage:
    """Return a stage whose validators 1, 2, ... have these stakes in coins; 60 and 30 if none."""
    return Stage(ALONE, staking=genesis(params, *(stakes or (60, 30))))


def delegate(stage: Stage, validator: int, sender: int, coins: int) -> None:
    """Delegate whole coins."""
    stage.call(Staking, "delegate", account(validator), sender=sender, value_wei=coins * COIN)


def power(stage: Stage, number: int) -> int:
    """Return an account's voting power, in coins."""
    wei: int = stage.call(Staking, "power_of", account(number))
    return wei // COIN


def test_genesis_mints_stake_and_elects() -> None:
    """The first validators' stake is minted to the module and makes them the set."""
    stage = staking()
    assert (
        ValidatorPower(account(1), 60),
        ValidatorPower(account(2), 30),
    ) == stage.call(Staking, "validator_set")
    assert 90 * COIN == stage.host.balance_wei(Staking.address)
    assert 90 * COIN == stage.call(Staking, "total_power_at", Height(0))


@pytest.mark.parametrize(
    "entry",
    [
        GenesisValidator(account(1), Wei(COIN - 1)),
        GenesisValidator(account(1), COIN, "m" * 71),
        GenesisValidator(account(1), COIN, "", Bps(300), Bps(200)),
        GenesisValidator(account(1), COIN, "", Bps(0), Bps(9_000)),
    ],
)
def test_genesis_refuses_unsound_validators(entry: GenesisValidator) -> None:
    """A genesis validator keeps the rules that a later one must keep."""
    with pytest.raises(Malformed):
        Stage(ALONE, staking=StakingGenesis(PARAMS, (entry,)))


def test_genesis_refuses_a_validator_twice() -> None:
    """One address cannot stand twice in genesis."""
    entry = GenesisValidator(account(1), COIN)
    with pytest.raises(Malformed, match="twice"):
        Stage(ALONE, staking=StakingGenesis(PARAMS, (entry, entry)))


def test_genesis_refuses_parameters_out_of_bounds() -> None:
    """Genesis may choose any parameter, but within its bounds (cosmos-sdk#5808 and kin)."""
    with pytest.raises(Malformed, match="unbonding_s"):
        Stage(ALONE, staking=StakingGenesis(StakingParams(unbonding_s=Seconds(0))))


def test_create_validator_joins_the_set_at_the_end_of_the_block() -> None:
    """A new validator is elected by its stake once the block ends, a third of all power at most."""
    stage = staking()
    terms = ("solar", Bps(100), Bps(1_000), Bps(50))
    stage.call(Staking, "create_validator", *terms, sender=3, value_wei=40 * COIN)
    assert 2 == len(stage.call(Staking, "validator_set"))
    stage.next_block()
    assert ValidatorPower(account(3), 30) == stage.call(Staking, "validator_set")[2]
    stage.next_block()
    assert ValidatorPower(account(3), 40) == stage.call(Staking, "validator_set")[1]
    assert stage.logged(ValidatorCreated(account(3), "solar", Bps(100)))
    assert stage.logged(ValidatorSetChanged(3, 130))
    shown = stage.call(Staking, "validator", account(3))
    assert ("solar", 40 * COIN, 40 * COIN) == (shown.moniker, shown.tokens_wei, shown.self_bond_wei)
    assert shown.is_candidate and shown.is_elected


@pytest.mark.parametrize(
    ("refusal", "sender", "value_wei", "terms"),
    [
        (AlreadyValidator, 1, COIN, NO_MONIKER_TERMS),
        (BondTooSmall, 3, COIN - 1, NO_MONIKER_TERMS),
        (MonikerTooLong, 3, COIN, ("x" * 71, Bps(0), Bps(0), Bps(0))),
        (CommissionTooHigh, 3, COIN, ("", Bps(11), Bps(10), Bps(0))),
        (CommissionTooHigh, 3, COIN, ("", Bps(0), Bps(5_001), Bps(0))),
        (CommissionStepTooBig, 3, COIN, ("", Bps(0), Bps(10), Bps(501))),
    ],
)
def test_create_validator_refusals(
    refusal: type[Exception], sender: int, value_wei: int, terms: tuple[object, ...]
) -> None:
    """Each rule of becoming a validator is refused by its own name."""
    stage = staking()
    with stage.refuses(refusal):  # type: ignore[arg-type]
        stage.call(Staking, "create_validator", *terms, sender=sender, value_wei=value_wei)


def test_edit_validator_renames_only_itself() -> None:
    """A validator changes its own moniker; who is none has nothing to change."""
    stage = staking()
    stage.call(Staking, "edit_validator", "new name", sender=1)
    assert "new name" == stage.call(Staking, "validator", account(1)).moniker
    assert stage.logged(ValidatorEdited(account(1), "new name"))
    with stage.refuses(UnknownValidator):
        stage.call(Staking, "edit_validator", "x", sender=5)
    with stage.refuses(MonikerTooLong):
        stage.call(Staking, "edit_validator", "é" * 36, sender=1)


def test_commission_moves_in_promised_steps_once_a_day() -> None:
    """A commission changes at most by its promised step, and 24 hours apart."""
    stage = staking()
    stage.call(Staking, "set_commission", Bps(600), sender=1)
    assert stage.logged(CommissionChanged(account(1), Bps(500), Bps(600)))
    with stage.refuses(CommissionChangedRecently):
        stage.call(Staking, "set_commission", Bps(650), sender=1)
    stage.next_block(86_400)
    with stage.refuses(CommissionStepTooBig):
        stage.call(Staking, "set_commission", Bps(701), sender=1)
    with stage.refuses(CommissionTooHigh):
        stage.call(Staking, "set_commission", Bps(2_001), sender=1)
    stage.call(Staking, "set_commission", Bps(500), sender=1)
    assert 500 == stage.call(Staking, "validator", account(1)).commission_bps


def test_delegating_gives_power_to_the_delegator() -> None:
    """Delegated coins count for the validator in consensus and for their owner in governance."""
    stage = staking()
    delegate(stage, 2, 5, 7)
    assert stage.logged(Delegated(account(5), account(2), Wei(7 * COIN)))
    stage.next_block()
    assert 7 == power(stage, 5)
    assert 97 * COIN == stage.call(Staking, "total_bonded")
    assert ValidatorPower(account(2), 37) == stage.call(Staking, "validator_set")[1]
    stake = stage.call(Staking, "delegation", account(5), account(2))
    assert (stake,) == stage.call(Staking, "delegations_of", account(5), 0, 9)
    assert stake == stage.call(Staking, "delegations_to", account(2), 0, 9)[1]


def test_delegate_refusals() -> None:
    """Coins are staked only behind a validator, and only if there are any."""
    stage = staking()
    with stage.refuses(UnknownValidator):
        delegate(stage, 7, 5, 1)
    with stage.refuses(ZeroAmount):
        delegate(stage, 1, 5, 0)


def test_delegations_of_one_account_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """One account spreads over DELEGATIONS_MAX validators at most."""
    monkeypatch.setattr(stake, "DELEGATIONS_MAX", 1)
    stage = staking()
    delegate(stage, 1, 5, 1)
    with stage.refuses(TooManyDelegations):
        delegate(stage, 2, 5, 1)


def test_unbonding_pays_itself_when_it_matures() -> None:
    """Undelegated coins come back by themselves, not a second early, with their end known."""
    stage = staking()
    delegate(stage, 1, 5, 10)
    before_wei = stage.balance_wei(5)
    number = stage.call(Staking, "undelegate", account(1), Wei(4 * COIN), sender=5)
    (entry,) = stage.call(Staking, "unbondings_of", account(5), 0, 9)
    assert (number, stage.time_s + 20, 4 * COIN) == (entry.id, entry.matures_s, entry.amount_wei)
    event = UnbondingStarted(account(5), account(1), number, Wei(4 * COIN), entry.matures_s)
    assert stage.logged(event)
    assert 6 == power(stage, 5)
    stage.next_block(19)
    assert before_wei == stage.balance_wei(5)
    stage.next_block(1)
    assert before_wei + 4 * COIN == stage.balance_wei(5)
    assert stage.logged(UnbondingFinished(account(5), number, Wei(4 * COIN)))
    assert () == stage.call(Staking, "unbondings_of", account(5), 0, 9)
    assert 0 == stage.call(Staking, "total_unbonding")


def test_undelegate_refusals() -> None:
    """Nobody takes out what they do not have, and only so many unbondings run at once."""
    stage = staking()
    delegate(stage, 1, 5, 3)
    with stage.refuses(StakeTooSmall):
        stage.call(Staking, "undelegate", account(1), Wei(3 * COIN + 1), sender=5)
    with stage.refuses(StakeTooSmall):
        stage.call(Staking, "undelegate", account(2), Wei(1), sender=5)
    with stage.refuses(ZeroAmount):
        stage.call(Staking, "undelegate", account(1), Wei(0), sender=5)
    with stage.refuses(UnknownValidator):
        stage.call(Staking, "undelegate", account(8), Wei(1), sender=5)
    for _ in range(2):
        stage.call(Staking, "undelegate", account(1), Wei(1), sender=5)
    with stage.refuses(TooManyEntries):
        stage.call(Staking, "undelegate", account(1), Wei(1), sender=5)


def test_all_that_was_staked_can_leave_and_come_again() -> None:
    """A delegation that is taken out whole is gone, and its unbondings free their places."""
    stage = staking()
    for _ in range(3):
        delegate(stage, 1, 5, 2)
        for _ in range(2):
            stage.call(Staking, "undelegate", account(1), Wei(COIN), sender=5)
        assert () == stage.call(Staking, "delegations_of", account(5), 0, 9)
        assert 1 == len(stage.call(Staking, "delegations_to", account(1), 0, 9))
        stage.next_block(20)


def test_unbondings_of_one_block_are_all_paid() -> None:
    """Two unbondings started and matured in the same blocks are two payments (akash#414)."""
    stage = staking()
    delegate(stage, 1, 5, 3)
    before_wei = stage.balance_wei(5)
    for coins in (1, 2):
        stage.call(Staking, "undelegate", account(1), Wei(coins * COIN), sender=5)
    stage.next_block(20)
    assert before_wei + 3 * COIN == stage.balance_wei(5)
    assert 2 == stage.events(UnbondingFinished)


def test_redelegated_stake_may_not_hop_on_before_it_matures() -> None:
    """Redelegated stake keeps its power but stays where it arrived until it matured."""
    stage = staking(PARAMS, 60, 30, 20)
    delegate(stage, 1, 5, 10)
    stage.call(Staking, "redelegate", account(1), account(2), Wei(4 * COIN), sender=5)
    (entry,) = stage.call(Staking, "redelegations_of", account(5), 0, 9)
    event = Redelegated(account(5), account(1), account(2), Wei(4 * COIN), entry.matures_s)
    assert stage.logged(event)
    assert 10 == power(stage, 5)
    with stage.refuses(RedelegationInFlight):
        stage.call(Staking, "redelegate", account(2), account(3), Wei(1), sender=5)
    stage.next_block(20)
    assert () == stage.call(Staking, "redelegations_of", account(5), 0, 9)
    stage.call(Staking, "redelegate", account(2), account(3), Wei(4 * COIN), sender=5)
    assert 4 * COIN == stage.call(Staking, "delegation", account(5), account(3)).amount_wei


def test_redelegate_refusals() -> None:
    """Stake moves only between two validators, as far as there is any, so many times at once."""
    stage = staking()
    delegate(stage, 1, 5, 10)
    with stage.refuses(SameValidator):
        stage.call(Staking, "redelegate", account(1), account(1), Wei(1), sender=5)
    with stage.refuses(UnknownValidator):
        stage.call(Staking, "redelegate", account(1), account(7), Wei(1), sender=5)
    with stage.refuses(StakeTooSmall):
        stage.call(Staking, "redelegate", account(1), account(2), Wei(11 * COIN), sender=5)
    for _ in range(2):
        stage.call(Staking, "redelegate", account(1), account(2), Wei(1), sender=5)
    with stage.refuses(TooManyEntries):
        stage.call(Staking, "redelegate", account(1), account(2), Wei(1), sender=5)


def test_power_is_known_at_every_past_height_and_no_other() -> None:
    """What happens in a block counts from that block's end on, and the present is not yet known."""
    stage = staking()
    delegate(stage, 1, 5, 1)  # height 1
    delegate(stage, 1, 5, 1)  # height 1 again: one checkpoint
    stage.next_block()
    stage.next_block()
    delegate(stage, 1, 5, 3)  # height 3
    stage.next_block()
    seen = [stage.call(Staking, "power_of_at", account(5), Height(h)) // COIN for h in range(4)]
    assert [0, 2, 2, 5] == seen
    with stage.refuses(HeightNotPast):
        stage.call(Staking, "power_of_at", account(5), stage.height)
    with stage.refuses(HeightNotPast):
        stage.call(Staking, "total_power_at", stage.height)


def test_validator_below_its_bond_stops_competing() -> None:
    """A validator that takes its own stake out leaves the set, and comes back with it."""
    stage = staking()
    stage.call(Staking, "undelegate", account(1), Wei(60 * COIN), sender=1)
    assert stage.logged(CandidacyChanged(account(1), False))
    for power_left in (30, 10, 0):
        stage.next_block()
        seats = {v.validator: v.power for v in stage.call(Staking, "validator_set")}
        assert power_left == seats.get(account(1), 0)
    assert not stage.call(Staking, "validator", account(1)).is_candidate
    delegate(stage, 1, 1, 2)
    assert stage.logged(CandidacyChanged(account(1), True))
    stage.next_block()
    assert 2 == len(stage.call(Staking, "validator_set"))


def test_redelegating_to_oneself_counts_as_own_bond() -> None:
    """A validator that brings its stake home competes again."""
    stage = staking()
    delegate(stage, 2, 1, 5)
    stage.call(Staking, "undelegate", account(1), Wei(60 * COIN), sender=1)
    stage.call(Staking, "redelegate", account(2), account(1), Wei(5 * COIN), sender=1)
    stage.next_block()
    assert stage.call(Staking, "validator", account(1)).is_elected


def test_last_validator_set_stays_when_nobody_competes() -> None:
    """The chain never runs out of validators, whatever they take out."""
    stage = staking(PARAMS, 60)
    stage.call(Staking, "undelegate", account(1), Wei(60 * COIN), sender=1)
    stage.next_block()
    assert (ValidatorPower(account(1), 60),) == stage.call(Staking, "validator_set")


def test_seats_go_to_the_strongest_and_change_with_the_parameter() -> None:
    """As many validators as there are seats, by stake; ties to the lower address."""
    stage = staking(replace(PARAMS, validators_max=2), 10, 30, 10)
    elected = [seat.validator for seat in stage.call(Staking, "validator_set")]
    assert [account(2), account(1)] == elected
    Staking(stage.host, NOBODY).settings = replace(PARAMS, validators_max=1)
    stage.next_block()
    assert 1 == len(stage.call(Staking, "validator_set"))


def test_full_field_gives_way_only_at_its_weakest(monkeypatch: pytest.MonkeyPatch) -> None:
    """When all candidates' places are taken, a stronger newcomer displaces the weakest."""
    monkeypatch.setattr(candidacy, "CANDIDATES_MAX", 2)
    stage = staking(PARAMS, 10, 30)
    terms = ("", Bps(0), Bps(0), Bps(0))
    with stage.refuses(CandidatesFull):
        stage.call(Staking, "create_validator", *terms, sender=3, value_wei=10 * COIN)
    stage.call(Staking, "create_validator", *terms, sender=3, value_wei=11 * COIN)
    stage.next_block()
    elected = [seat.validator for seat in stage.call(Staking, "validator_set")]
    assert [account(2), account(3)] == elected
    delegate(stage, 1, 1, 1)  # 11 coins too: not stronger, so it stays outside
    assert not stage.call(Staking, "validator", account(1)).is_candidate


def test_forced_coins_pause_nothing() -> None:
    """Coins that SELFDESTRUCT forces on the module are nobody's stake and break no invariant."""
    stage = staking()
    stage.host.mint(Staking.address, Wei(1))
    stage.next_block()
    assert not Staking(stage.host, NOBODY).is_paused


def test_missing_coins_pause_the_module() -> None:
    """Where less is held than is owed, the module stops and the chain goes on."""
    stage = staking()
    stage.host.burn(Staking.address, Wei(1))
    stage.assembly.end_block(stage.host)
    assert Staking(stage.host, NOBODY).is_paused


def test_unknown_deadline_is_our_own_bug() -> None:
    """A deadline of a kind that nobody sets is no refusal but an error."""
    with pytest.raises(LookupError):
        Staking(staking().host, NOBODY).on_timer(9, 1)


def test_pages_are_bounded() -> None:
    """A view gives a page and the next goes on where it ended."""
    stage = staking(PARAMS, 10, 20, 30)
    first, rest = (stage.call(Staking, "validators", *at) for at in ((0, 2), (2, 10**9)))
    assert [account(n) for n in (1, 2, 3)] == [v.validator for v in (*first, *rest)]
    assert PARAMS == stage.call(Staking, "params")
    with stage.refuses(UnknownValidator):
        stage.call(Staking, "validator", account(8))
