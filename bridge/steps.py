"""
From a block that a client trusts to one that it shall: in one step, or over blocks between.

    trusted --enough of its next validators signed?--> target        else the middle first

A client takes a block whose signers it knows. Where too many have changed, one in the middle is
known to both sides; the next block is always taken, because its validators are named by hash.
"""

from collections.abc import Awaitable, Callable
from typing import Final

from bridge.endpoint import AnswerInvalid
from chain.light.block import LightBlock
from chain.types.primitives import Address, Height
from chain.types.validators import ValidatorSet

STEPS_MAX: Final = 64  # blocks shown to a client in one go; the rest comes in the next round

Share = tuple[int, int]  # numerator, denominator: more than this of the power that is trusted
ONE_THIRD: Final[Share] = (1, 3)
TWO_THIRDS: Final[Share] = (2, 3)
Step = tuple[LightBlock, LightBlock]  # what is trusted, and what follows from it


async def steps_to(
    source: Callable[[Height], Awaitable[LightBlock]],
    trusted: LightBlock,
    target: LightBlock,
    share: Share,
) -> list[Step]:
    """Return steps that a client takes one after another; at most STEPS_MAX, the first ones."""
    steps: list[Step] = []
    wanted = [target]
    while wanted and len(steps) < STEPS_MAX:
        new = wanted[-1]
        if is_taken(trusted, new, share):
            steps.append((trusted, new))
            trusted = wanted.pop()
            continue
        middle = Height((trusted.height + new.height) // 2)
        if middle <= trusted.height:
            raise AnswerInvalid(f"block {new.height}: its validators are not those it names")
        wanted.append(await source(middle))
    return steps


def is_taken(trusted: LightBlock, new: LightBlock, share: Share) -> bool:
    """Whether enough of the power that a trusted block names signed another block."""
    if new.commit is None:
        return False
    known, numerator, denominator = trusted.next_validators, *share
    power = sum(known.power_of(who) for who, _ in new.commit.certificate.signatures)
    is_next = new.height == trusted.height + 1 and known.hash == new.commit.validators.hash
    return is_next or denominator * power > numerator * known.total_power


def fewest_signers(block: LightBlock, trusted: ValidatorSet | None) -> list[Address]:
    """
    Return as few of a block's signers as convince, in rising order.

    They have more than two thirds of the deciding set, and of the trusted one where it is another.
    """
    commit = block.commit
    if commit is None:
        raise AnswerInvalid(f"block {block.height}: a certificate expected")
    signed = {who for who, _ in commit.certificate.signatures}
    rows = [v for v in commit.validators if v.address in signed]
    if trusted is not None:
        rows.sort(key=lambda v: -trusted.power_of(v.address))  # first those that both sets count
    chosen: list[Address] = []
    ours = theirs = 0
    for validator in rows:
        if commit.validators.is_quorum(ours) and (trusted is None or trusted.is_quorum(theirs)):
            break
        chosen.append(validator.address)
        ours += validator.power
        theirs += 0 if trusted is None else trusted.power_of(validator.address)
    return sorted(chosen)
