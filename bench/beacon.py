"""
What the last revealers of the randomness beacon can bias: the tables of docs/beacon.md.

    python bench/beacon.py [--write]

Nothing is measured on a clock: chances are exact arithmetic, and the chain's own rotation of
proposers, turned through one period. `--write` puts the tables into the page.
"""

import argparse
import sys
from fractions import Fraction
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from chain.types.primitives import Address
from chain.types.validators import Validator, ValidatorSet

PAGE: Final = Path(__file__).parents[1] / "docs" / "beacon.md"
BEGIN: Final = "<!-- printed by bench/beacon.py -->"
END: Final = "<!-- end of what bench/beacon.py prints -->"
SHARES: Final = (Fraction(1, 10), Fraction(1, 4), Fraction(1, 3))
TAILS: Final = (1, 2, 3, 7)  # last proposers in a row that the tables show
TAIL_MAX: Final = 64  # longer ones change no digit that is shown
DRAWS: Final = (Fraction(1, 2), Fraction(1, 100))  # chances of winning for who does not cheat
VALIDATORS: Final = 100  # of equal power, in the last table


def outcomes(tail: int) -> int:
    """Return how many mixes the owner of a tail chooses among: each link or not."""
    return int(2**tail)


def tail_chance(share: Fraction, tail: int) -> Fraction:
    """Return the chance that the last `tail` proposers before a height are one owner's."""
    return share**tail


def rare_multiple(share: Fraction) -> Fraction:
    """Return how often, at most, a rare outcome comes for once: the sum of chance(k) * 2**k."""
    return (1 - share) / (1 - 2 * share)


def won(draw: Fraction, tail: int) -> float:
    """Return the chance that one of a tail's outcomes wins a draw."""
    return 1 - float(1 - draw) ** outcomes(tail)


def mixed_win(share: Fraction, draw: Fraction) -> float:
    """Return the chance of winning a draw at a random height, among proposers in random order."""
    return sum(
        float((1 - share) * tail_chance(share, tail)) * won(draw, tail) for tail in range(TAIL_MAX)
    )


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
    """Return the chance of winning a draw at a random height, from one row."""
    return sum(won(draw, tail) for tail in tails) / len(tails)


def table(head: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def mixed_rows() -> list[list[str]]:
    """Return what each share of the power can do in a mixed order, a row each."""
    return [
        [
            str(share),
            *(f"{float(tail_chance(share, tail)):.4f}" for tail in TAILS),
            f"{float(share / (1 - share)):.3f}",
            f"{float(rare_multiple(share)):.3f}",
            *(f"{mixed_win(share, draw):.4f}" for draw in DRAWS),
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
        shown = [*(f"{chance:.2f}" for chance in chances), *(f"{win:.4f}" for win in wins)]
        found.append([str(share), str(max(tails)), *shown])
    return found


def render() -> str:
    """Return the tables as Markdown."""
    last = [f"last {tail}" for tail in TAILS]
    draws = [f"draw of {draw}" for draw in DRAWS]
    mixed = table(["share, mixed", *last, "bits", "rare times", *draws], mixed_rows())
    row = table([f"share of {VALIDATORS}, in one row", "longest", *last, *draws], row_rows())
    return f"{mixed}\n\n{row}"


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
