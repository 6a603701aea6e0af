"""The page, and what it cannot explain."""

from cli.conformance.replay import Outcome
from cli.conformance.report import REASONS, surprises, write_report

KNOWN = next(iter(REASONS))


def test_a_difference_needs_a_reason_and_a_reason_a_difference() -> None:
    """What is not on the list is a surprise, and so is what is on it in vain."""
    assert [] == surprises([Outcome(KNOWN, "answer: 1"), Outcome("eth_call/fine", None)])
    assert ["eth_call/bad differs without a listed reason: answer: 1"] == surprises(
        [Outcome("eth_call/bad", "answer: 1")]
    )
    assert [f"{KNOWN} is listed as different, but agrees"] == surprises([Outcome(KNOWN, None)])


def test_the_page_counts_and_explains() -> None:
    """How many agree, by method, and each other one with its reason."""
    outcomes = [
        Outcome("eth_call/a", None),
        Outcome("eth_call/b", "answer: `x`"),
        Outcome(KNOWN, "answer: 1"),
    ]
    page = write_report(outcomes, 45)
    assert "45 blocks imported; **1 of 3** recordings agree." in page
    assert "| `eth_call` | 1 | 2 |" in page
    assert f"- **{KNOWN}**: {REASONS[KNOWN]}" in page
    assert "- **eth_call/b**: No reason is listed.\n  First difference: `answer: 'x'`" in page
