"""Those who stake, vote and use models; those who vanish."""

from dataclasses import replace
from functools import partial

from hypothesis import strategies as st

from chain.types.primitives import Bps, Seconds, Wei
from modules.governance.module import Governance
from modules.governance.records import Option, ParameterChange
from modules.mint.module import Mint
from modules.model_fees.module import ModelFees
from modules.model_fees.records import (
    NO_CONDITIONS,
    BaseShare,
    DataShare,
    Referrer,
    RevenueSplit,
)
from modules.rewards.module import Rewards
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from modules.treasury.module import Treasury
from tests.modules.chain_of_five import DEPOSIT_WEI, GUARDIAN, MODEL, PRICES, SPLIT
from tests.modules.markets.ballot import NAMES, TUNED
from tests.modules.markets.crowd import GONE_BLOCKS, Crowd, step
from tests.modules.markets.market_town import (
    AUTHOR,
    DELEGATORS,
    FUNDER,
    MEMBERS,
    PAYERS,
    PROPOSER,
    PROVIDERS,
    SERVED,
    coins,
)
from tests.modules.stage import COIN, account

FICKLE = (*PROVIDERS[1:], *PAYERS[1:], *list(MEMBERS)[:6])  # some of each kind always stay
ASSET = 1  # of which a model is made
DERIVED = "guild/dialect"
MADE_OF = replace(
    NO_CONDITIONS,
    bases=(BaseShare(MODEL, Bps(1_000)),),
    data=(DataShare(ASSET, Bps(1_000)),),
)
SHARED = RevenueSplit(account(SERVED[0]), Bps(4_000), Bps(3_000), Bps(1_000))  # of the rest
PROPOSED_EVERY = 12  # blocks from one habitual proposal to the next
GATED_EVERY = 5  # of those: one about who may bring devices
STAKE_CALLS = ("delegate", "undelegate", "withdraw", "redelegate")


class Governors(Crowd):
    """Validators, delegators, proposers, users of models, and the fickle."""

    def __init__(self) -> None:
        super().__init__()
        for validator, who in enumerate(DELEGATORS, start=1):
            target, value_wei = account(validator), coins(30)
            self.attempt(Staking, "delegate", target, sender=who, value_wei=value_wei)
        self.derive_model()

    def derive_model(self) -> None:
        """Put a model on sale that is made of another one and of an asset."""
        call = partial(self.attempt, ModelFees, sender=AUTHOR)
        call("register_model", DERIVED, "", PRICES, SPLIT)
        at = Seconds(self.town.time_s + 1)
        call("schedule_terms", DERIVED, PRICES, SHARED, MADE_OF, at)
        self.town.blocks(1)
        call("activate_model", DERIVED)

    def habits(self) -> None:
        """Let a change of some parameter be proposed now and then, and passed."""
        super().habits()
        if self.town.height % PROPOSED_EVERY == 0:
            turn = self.town.height // PROPOSED_EVERY
            name, index = self.manners_of(turn).proposal
            is_gate = turn % GATED_EVERY == 0
            self.put("devices.entry_policy" if is_gate else name, index, is_passed=True)

    @step(name=st.sampled_from(NAMES), index=st.integers(0, 3), is_passed=st.booleans())
    def propose(self, name: str, index: int, is_passed: bool) -> None:
        """Propose a change of a parameter, and vote for it or against."""
        self.put(name, index, is_passed=is_passed)

    def put(self, name: str, index: int, *, is_passed: bool) -> None:
        """Put a change of a parameter to the vote; the largest validator votes at once."""
        now = self.town.call(Governance, "parameter", name).value
        wanted = TUNED[name][index % len(TUNED[name])]
        values = ("T", "", (ParameterChange(name, now, wanted),))
        kind, value_wei = "submit_parameters", DEPOSIT_WEI
        if self.attempt(Governance, kind, *values, sender=PROPOSER, value_wei=value_wei):
            number = self.town.call(Governance, "proposal_count")
            self.attempt(Governance, "vote", number, Option(not is_passed), sender=1)

    @step(back=st.integers(0, 2), who=st.sampled_from(PAYERS), option=st.sampled_from(Option))
    def vote_on(self, back: int, who: int, option: Option) -> None:
        """Vote on one of the newest proposals."""
        number = max(1, self.town.call(Governance, "proposal_count") - back)
        self.attempt(Governance, "vote", number, option, sender=who)

    @step(back=st.integers(0, 2), amount=st.sampled_from((1, COIN)))
    def spend_or_cancel(self, back: int, amount: int) -> None:
        """Propose to spend of the treasury, and let the guardian end a proposal."""
        values = ("T", "", account(PROPOSER), Wei(amount))
        self.attempt(Governance, "submit_spend", *values, sender=PROPOSER, value_wei=DEPOSIT_WEI)
        number = max(1, self.town.call(Governance, "proposal_count") - back)
        if back:
            self.attempt(Governance, "cancel", number, sender=GUARDIAN)
        else:
            self.attempt(Governance, "vote", number, Option.YES, sender=1)

    @step(
        who=st.sampled_from((*DELEGATORS, MEMBERS[0])),
        validator=st.sampled_from((1, 2, 3)),
        call=st.sampled_from(STAKE_CALLS),
        amount=st.sampled_from((1, COIN // 3, 9 * COIN)),
    )
    def stake(self, who: int, validator: int, call: str, amount: int) -> None:
        """Bond, move or take back stake; take what it earned."""
        target = account(validator)
        if call == "delegate":
            self.attempt(Staking, call, target, sender=who, value_wei=amount)
        elif call == "undelegate":
            self.attempt(Staking, call, target, Wei(amount), sender=who)
        elif call == "redelegate":
            values = (target, account(validator % 3 + 1), Wei(amount))
            self.attempt(Staking, call, *values, sender=who)
        else:
            self.attempt(Rewards, call, target, sender=who)
            self.attempt(Rewards, "withdraw_commission", sender=validator)

    @step(who=st.sampled_from(PAYERS))
    def unjail(self, who: int) -> None:
        """Come back as a validator."""
        self.attempt(Slashing, "unjail", sender=who)

    @step(who=st.sampled_from(SERVED), tokens=st.sampled_from((0, 1, 10**6)))
    def use_model(self, who: int, tokens: int) -> None:
        """Pay for the use of models, one sent by somebody; pay on what lies for others."""
        sent = (Referrer(account(FUNDER), Bps(10_000)),)
        for model, referrers in ((MODEL, ()), (DERIVED, sent)):
            values = (model, tokens, tokens, coins(9), referrers)
            self.attempt(ModelFees, "pay_for_use", *values, sender=who, value_wei=coins(9))
        if who == SERVED[0]:
            self.attempt(ModelFees, "distribute", MODEL, sender=who)
            self.attempt(ModelFees, "release_data", ASSET, sender=who)

    @step(amount=st.sampled_from((1, COIN)), is_burned=st.booleans())
    def give(self, amount: int, is_burned: bool) -> None:
        """Give to the treasury, or burn."""
        if is_burned:
            self.attempt(Mint, "burn_coins", sender=AUTHOR, value_wei=amount)
        else:
            self.attempt(Treasury, "fund", sender=AUTHOR, value_wei=amount)

    @step(seconds=st.sampled_from((30, 4_000)))
    def wait(self, seconds: int) -> None:
        """Let one block take long: coins are issued, stake arrives, votes are over."""
        self.habits()
        self.town.blocks(1, seconds=seconds)

    @step(who=st.sampled_from(FICKLE), is_back=st.booleans())
    def vanish(self, who: int, is_back: bool) -> None:
        """Let somebody vanish for longer than most windows, or come back before."""
        self.gone[who] = self.town.height + (0 if is_back else GONE_BLOCKS)
        self.tally["vanished"] += not is_back
