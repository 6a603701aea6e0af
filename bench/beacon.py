"""
What the last revealers of the randomness beacon can bias: the tables of docs/beacon.md.

    python bench/beacon.py [--write]

Nothing is measured on a clock. Outcomes are counted by playing every choice out with the chain's
own rule, chances by its arithmetic and its own rotation of proposers. `--write` puts the tables
into the page.
"""

import argparse
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final

from chain.beacon import mix_after
from chain.codec import keccak256
from chain.types.primitives import ZERO_HASH, Address, Hash32
from chain.types.validators import Validator, ValidatorSet

PAGE: Final = Path(__file__).parents[1] / "docs" / "beacon.md"
BEGIN: Final = "<!-- printed by bench/beacon.py -->"
END: Final = "<!-- end of what bench/beacon.py prints -->"
SHARES: Final = (Fraction(1, 10), Fraction(1, 4), Fraction(1, 3))
TAILS: Final = (1, 2, 3, 7)  # last proposers in a row that the tables show
PLAYED_MAX: Final = 7  # longer tails count as if they won for certain
DRAWS: Final = (Fraction(1, 2), Fraction(1, 100))  # chances of winning for who does not cheat
VALIDATORS: Final = 100  # of equal power, in the last table


@cache
def known(tail: int) -> int:
    """
    Return how many mixes an owner of the last `tail` proposers can reach, all known to it.

    At each height it lets any of its next proposers have the turn, by letting the rounds before
    fail, and shows that one's next link or none; the next height begins one proposer further on.
    """
    reached: set[tuple[Hash32, tuple[int, ...]]] = {(ZERO_HASH, (0,) * tail)}
    for height in range(tail):
        following = set()
        for mix, used in reached:
            following.add((mix_after(mix, None), used))
            for who in range(height, tail):
                link = keccak256(bytes([who, used[who]]))
                more = (*used[:who], used[who] + 1, *used[who + 1 :])
                following.add((mix_after(mix, link), more))
        reached = following
    return len({mix for mix, _ in reached})


def tries(tail: int) -> int:
    """
    Return how many outcomes the owner sees before it has to take one.

    Where none suits, it lets all its proposals of a height fail: an honest link comes in between,
    and what the rest of its tail can reach is new; after the last, one blind throw.
    """
    return sum(known(left) for left in range(tail + 1))


def tail_chance(share: Fraction, tail: int) -> Fraction:
    """Return the chance that the last `tail` proposers before a height are one owner's."""
    return share**tail


def multiple_by_links(share: Fraction) -> Fraction:
    """Return how often, at most, a rare outcome comes for once: the sum of chance(k) * 2**k."""
    return (1 - share) / (1 - 2 * share)


def won(draw: Fraction, outcomes: int) -> float:
    """Return the chance that one of so many outcomes wins a draw."""
    return 1 - float(1 - draw) ** outcomes


def mixed_win(share: Fraction, draw: Fraction, *, with_rounds: bool) -> float:
    """Return the chance of winning a draw at a random height, among proposers in random order."""
    total = float(share ** (PLAYED_MAX + 1))  # of longer tails
    for tail in range(PLAYED_MAX + 1):
        outcomes = tries(tail) if with_rounds else 2**tail
        total += float((1 - share) * tail_chance(share, tail)) * won(draw, outcomes)
    return total


def row_tails(owned: int) -> list[int]:
    """Return, for each height of a period, how many proposers to it in a row are one owner's."""
    members = [Validator(Address(n.to_bytes(20, "big")), 1) for n in range(VALIDATORS)]
    mine = {member.address for member in members[:owned]}
    turn, tails, tail = ValidatorSet(tuple(members)), [], 0
    for _ in range(2 * VALIDATORS):
        tail = tail + 1 if turn.proposer.address in mine else 0
        tails.append(tail)
        turn = turn.incremented(1)
    return tails[VALIDATORS:]


def row_win(tails: list[int], draw: Fraction) -> float:
    """Return the chance of winning a draw at a random height, from a row, by all means."""
    wins = [won(draw, tries(tail)) if tail <= PLAYED_MAX else 1.0 for tail in tails]
    return sum(wins) / len(wins)


def table(head: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def outcome_rows() -> list[list[str]]:
    """Return what a tail can reach, a row each."""
    return [
        [str(tail), str(2**tail), str(known(tail)), str(tries(tail))]
        for tail in range(1, PLAYED_MAX + 1)
    ]


def mixed_rows() -> list[list[str]]:
    """Return what each share of the power can do in a mixed order, a row each."""
    return [
        [
            str(share),
            *(f"{float(tail_chance(share, tail)):.4f}" for tail in TAILS),
            f"{float(share / (1 - share)):.3f}",
            f"{float(multiple_by_links(share)):.3f}",
            *(
                f"{mixed_win(share, draw, with_rounds=rounds):.4f}"
                for draw in DRAWS
                for rounds in (False, True)
            ),
        ]
        for share in SHARES
    ]


def row_rows() -> list[list[str]]:
    """Return what each share can do whose validators stand in one row, a row each."""
    found = []
    for share in SHARES:
        tails = row_tails(int(share * VALIDATORS))
        chances = (sum(tail >= least for tail in tails) / len(tails) for least in TAILS)
        wins = (row_win(tails, draw) for draw in DRAWS)
        shown = [*(f"{chance:.2f}" for chance in chances), *(f"{win:.3f}" for win in wins)]
        found.append([str(share), str(max(tails)), *shown])
    return found


def render() -> str:
    """Return the tables as Markdown."""
    last = [f"last {tail}" for tail in TAILS]
    draws = [f"draw of {draw}" for draw in DRAWS]
    both = [f"{draw}, {means}" for draw in draws for means in ("by links", "by all means")]
    return "\n\n".join(
        (
            table(["tail", "by links", "with failed rounds", "in all"], outcome_rows()),
            table(["share, mixed", *last, "bits", "rare times", *both], mixed_rows()),
            table([f"share of {VALIDATORS}, in one row", "longest", *last, *draws], row_rows()),
        )
    )


def written(page: str) -> str:
    """Return the page with the tables between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{render()}\n\n{END}{after}"


def main() -> None:
    """Print the tables, or write them into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="into docs/beacon.md")
    if parser.parse_args().write:
        PAGE.write_text(written(PAGE.read_text()))
    else:
        print(render())


if __name__ == "__main__":
    main()
