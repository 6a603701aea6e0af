"""
A chain of stakes under calls, absences and faults in any order, and what must hold after each.

    action --> refused without trace, or done --> check: sums, histories, sets, settlements

The walk plays consensus too: the set elected at the end of block H decides block H + 2, its members
sign or do not, and proof of a fault may come for any height that was decided.
"""

from collections.abc import Iterable
from dataclasses import replace

from chain.errors import ChainError
from chain.kit.host import CommitVote, Fault, Misbehaviour
from chain.types.primitives import Bps, Height, Seconds, Wei
from chain.types.validators import Validator, ValidatorSet
from modules.slashing.module import Slashing
from modules.slashing.records import SlashingParams
from modules.staking.module import Staking
from modules.staking.records import StakingParams
from tests.modules.callers import NOBODY
from tests.modules.stage import COIN, account
from tests.modules.staking.scene import Recorder, Scene
from tests.modules.staking.test_keys import address, proof

PEOPLE = 6  # accounts that act at a time
FUNDS_WEI = Wei(1_000 * COIN)  # of an account that comes in for one that was shut out
PARAMS = StakingParams(
    unbonding_s=Seconds(25),
    unbonding_entries_max=3,
    validators_max=3,
    rotation_cooldown_s=Seconds(3),
)
UPTIME = SlashingParams(
    window_blocks=10, jail_s=Seconds(4), downtime_bps=Bps(137), double_sign_bps=Bps(1_234)
)
HISTORY = 40  # past powers that are remembered and asked for again


class Walk:
    """Actions by number of account, and one check."""

    def __init__(self) -> None:
        self.scene = Scene(20, 20, 15, params=PARAMS, slashing=UPTIME)
        self.coins_wei = sum(self.scene.host.balances_wei.values())
        first = self.scene.staking.consensus_set()
        self.sets = dict.fromkeys(range(3), first)
        self.people = list(range(1, PEOPLE + 1))
        self.newest = 1_000  # number of the account that came in last
        self.keys = 0
        self.remembered: dict[tuple[int, int], int] = {}

    def attempt(
        self, module: type, name: str, *values: object, sender: int, coins: int = 0
    ) -> bool:
        """Make a call; if it is refused, check that nothing changed; return whether it was not."""
        host = self.scene.host
        before = (dict(host.words), dict(host.balances_wei), len(host.logs))
        shares, told = self.shares(), self.told()
        try:
            self.scene.call(module, name, *values, sender=sender, value_wei=coins)
        except ChainError:
            assert before == (host.words, host.balances_wei, len(host.logs))
            return False
        self.check_settled(shares, told)
        return True

    def create(self, who: int, amount: int, bps: int) -> None:
        """Become a validator."""
        terms = ("", Bps(bps), Bps(500), Bps(100))
        self.attempt(Staking, "create_validator", *terms, sender=who, coins=amount)

    def delegate(self, who: int, validator: int, amount: int) -> None:
        """Stake."""
        self.attempt(Staking, "delegate", account(validator), sender=who, coins=amount)

    def undelegate(self, who: int, validator: int, amount: int) -> None:
        """Take stake back."""
        self.attempt(Staking, "undelegate", account(validator), Wei(amount), sender=who)

    def undelegate_all(self, who: int, validator: int) -> None:
        """Take all stake back; what is worth something can always go, and leaves no shares."""
        stake_wei = self.scene.stake_wei(who, validator)
        values = (account(validator), Wei(stake_wei))
        if self.attempt(Staking, "undelegate", *values, sender=who):
            assert 0 == self.shares()[validator, who]

    def redelegate(self, who: int, source: int, target: int, amount: int) -> None:
        """Move stake."""
        values = (account(source), account(target), Wei(amount))
        self.attempt(Staking, "redelegate", *values, sender=who)

    def held(self) -> list[tuple[int, int]]:
        """Return who has stake with whom, as validator and delegator."""
        return [pair for pair, shares in self.shares().items() if shares]

    def leave(self, index: int, amount: int) -> None:
        """Take back some of a stake that is there."""
        held = self.held()
        if held:
            validator, who = held[index % len(held)]
            stake_wei = self.scene.stake_wei(who, validator)
            self.undelegate(who, validator, amount % (stake_wei + 1))

    def move(self, index: int, target: int, amount: int) -> None:
        """Move some of a stake that is there."""
        held = self.held()
        if held:
            source, who = held[index % len(held)]
            stake_wei = self.scene.stake_wei(who, source)
            self.redelegate(who, source, target, amount % (stake_wei + 1))

    def rotate(self, who: int) -> None:
        """Ask for a key that nobody has."""
        self.keys += 1
        nonce = self.scene.call(Staking, "key_nonce", account(who))
        values = (address(self.keys), proof(self.keys, who, nonce))
        self.attempt(Staking, "rotate_consensus_key", *values, sender=who)

    def unjail(self, who: int) -> None:
        """Ask to be freed."""
        self.attempt(Slashing, "unjail", sender=who)

    def renew(self) -> None:
        """Let new accounts act in place of those that are shut out for good and leave."""
        for index, who in enumerate(self.people):
            if self.scene.call(Slashing, "is_tombstoned", account(who)):
                for validator in self.people:
                    self.undelegate_all(who, validator)
                self.newest += 1
                self.people[index] = self.newest
                self.scene.host.mint(account(self.newest), FUNDS_WEI)
                self.coins_wei += FUNDS_WEI

    def tune(self, seats: int, window: int) -> None:
        """Govern."""
        self.scene.staking.settings = replace(PARAMS, validators_max=seats)
        self.scene.slashing.settings = replace(UPTIME, window_blocks=window)

    def go_on(
        self,
        seconds: int,
        absent: Iterable[int] = (),
        fault: Fault | None = None,
        age: int = 1,
        member: int = 0,
    ) -> None:
        """Go on to the next block, in which these members did not sign the last one."""
        height, missing = self.scene.height, set(absent)
        votes = tuple(
            CommitVote(seat.validator, seat.power, index not in missing)
            for index, seat in enumerate(self.sets[height])
        )
        proofs = () if fault is None else (self.proof_of(fault, max(height + 1 - age, 1), member),)
        shares, told = self.shares(), self.told()
        self.scene.next_block(seconds, votes, proofs)
        self.check_settled(shares, told)
        self.sets[height + 2] = self.scene.staking.consensus_set()
        self.check_step(height + 2)
        who = self.people[height % PEOPLE]
        power = self.scene.call(Staking, "power_of_at", account(who), Height(height))
        self.remembered[who, height] = power

    def proof_of(self, fault: Fault, height: int, member: int) -> Misbehaviour:
        """Return proof that a member of the set of a height broke a rule."""
        seats = self.sets[height]
        seat = seats[member % len(seats)]
        total = sum(item.power for item in seats)
        return Misbehaviour(fault, seat.validator, Height(height), Seconds(0), seat.power, total)

    def shares(self) -> dict[tuple[int, int], int]:
        """Return the shares of every pair of people."""
        held = self.scene.staking.shares
        return {(v, d): held[account(v), account(d)] for v in self.people for d in self.people}

    def told(self) -> int:
        """Return how many settlements there were so far."""
        return len(Recorder(self.scene.host, NOBODY).settled)

    def check_settled(self, before: dict[tuple[int, int], int], told: int) -> None:
        """Every pair whose shares changed was settled while it had the shares from before."""
        after = self.shares()
        settled = Recorder(self.scene.host, NOBODY).settled
        heard = {(s.validator, s.delegator, s.shares) for s in settled.page(told, 100)}
        for (validator, delegator), shares in before.items():
            if after[validator, delegator] != shares:
                assert (account(validator), account(delegator), shares) in heard

    def check_step(self, height: int) -> None:
        """Consensus takes the new set; unless one key went whole, two thirds of the old stay."""
        old, new = self.sets[height - 1], self.sets[height]
        assert ValidatorSet(tuple(Validator(seat.validator, seat.power) for seat in new))
        after = {seat.validator: seat.power for seat in new}
        limit = max(sum(seat.power for seat in old) // 3, 1)
        lost = [seat.power - min(after.get(seat.validator, 0), seat.power) for seat in old]
        alone = [power for power in lost if power]
        assert sum(lost) <= limit or 1 == len(alone)

    def check(self) -> None:
        """All audits hold, coins are only slashed, and the module holds exactly what it owes."""
        scene = self.scene
        scene.check()
        slashed_wei = scene.call(Staking, "total_slashed")
        assert self.coins_wei - slashed_wei == sum(scene.host.balances_wei.values())
        owed_wei = scene.call(Staking, "total_bonded") + scene.call(Staking, "total_unbonding")
        assert owed_wei == scene.host.balance_wei(Staking.address)
        powers = [scene.call(Staking, "power_of", account(who)) for who in self.people]
        assert sum(powers) <= scene.call(Staking, "total_bonded")

    def check_history(self) -> None:
        """What was true of a past height stays so, whatever happened since."""
        for (who, height), power in list(self.remembered.items())[-HISTORY:]:
            found = self.scene.call(Staking, "power_of_at", account(who), Height(height))
            assert power == found
