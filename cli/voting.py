"""
Governance at the command line: what a person writes to what the module takes, and back.

    "module.param=value" --the parameter's own type--> ParameterChange, with the value it has now
    Proposal + the chain's time --> status, time left, tally bars
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from chain.kit.module import Method, method_named
from chain.kit.parameters import ParameterSpec, specs_of
from chain.types.primitives import Bps
from cli.arguments import parse_value
from cli.client import number_of
from cli.errors import CommandFailed, UsageWrong
from cli.output import Style, show
from cli.session import Session
from cli.units import format_coins, format_span
from modules.governance.module import Governance
from modules.governance.records import (
    PROPOSALS_PAGE_MAX,
    WHOLE_BPS,
    Option,
    ParameterChange,
    Status,
    WeightedOption,
)

PARAMETERS_PAGE: Final = 100  # parameters asked for at a time
BAR_CELLS: Final = 30  # characters of a full tally bar


def view(session: Session, name: str, *values: Any) -> Any:
    """Return a view of governance."""
    return session.contracts.view(Governance, method(name), values)


def method(name: str) -> Method:
    """Return a call or view of governance by name."""
    found = method_named(Governance, name)
    assert found is not None, name
    return found


def parse_change(session: Session, text: str) -> ParameterChange:
    """Return the change that `module.param=value` names; raises UsageWrong, Refused."""
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageWrong(f"--set: module.param=value expected, found {text[:64]!r}")
    spec = spec_of(session, name.strip())
    typed = parse_value(spec.kind, value.strip(), spec.name, session.book)
    current = view(session, "parameter", spec.name).value
    return ParameterChange(spec.name, current, spec.kind.to_word(typed))


def spec_of(session: Session, name: str) -> ParameterSpec:
    """Return what a parameter is; raises UsageWrong with the names that are near."""
    specs = specs_of(session.assembly.modules)
    if name in specs:
        return specs[name]
    near = [known for known in specs if name.rpartition(".")[2] in known] or [
        known for known in specs if known.startswith(name.partition(".")[0] + ".")
    ]
    hint = ", ".join(near[:8]) or "see `kumiai gov params`"
    raise UsageWrong(f"--set: no parameter {name[:64]!r}; did you mean: {hint}")


def parse_weights(text: str) -> tuple[WeightedOption, ...]:
    """Return the options of `yes=0.7,no=0.3`; weights sum to 1. Raises UsageWrong."""
    options = []
    for part in text.split(","):
        name, _, weight = part.partition("=")
        try:
            bps = Decimal(weight.strip()) * WHOLE_BPS
            is_exact = bps == int(bps) and 0 < bps <= WHOLE_BPS
        except (InvalidOperation, ValueError, OverflowError):
            is_exact = False
        if not is_exact:
            raise UsageWrong(f"--weights: yes=0.7,no=0.3 expected, found {text[:64]!r}")
        options.append(WeightedOption(parse_option(name.strip()), Bps(int(bps))))
    total = sum(option.weight_bps for option in options)
    if total != WHOLE_BPS:
        raise UsageWrong(f"--weights: a sum of 1 expected, found {Decimal(total) / WHOLE_BPS}")
    return tuple(options)


def parse_option(text: str) -> Option:
    """Return yes, no, abstain or veto; raises UsageWrong."""
    if text.upper() in Option.__members__:
        return Option[text.upper()]
    raise UsageWrong(f"vote: yes, no, abstain or veto expected, found {text[:32]!r}")


def proposals(session: Session) -> Iterator[Any]:
    """Yield every proposal, the oldest first."""
    count = view(session, "proposal_count")
    for offset in range(0, count, PROPOSALS_PAGE_MAX):
        yield from view(session, "proposals", offset, PROPOSALS_PAGE_MAX)


def parameters(session: Session) -> Iterator[Any]:
    """Yield every parameter of every module."""
    for offset in range(0, len(specs_of(session.assembly.modules)), PARAMETERS_PAGE):
        yield from view(session, "parameters", offset, PARAMETERS_PAGE)


def head_time_s(session: Session) -> int:
    """Return the newest block's time: the only clock that governance goes by."""
    block = session.client.call("eth_getBlockByNumber", "latest", False)
    if block is None:
        raise CommandFailed("the node has no block yet: try again in a moment")
    return number_of(block["timestamp"], "time")


def next_turn_s(proposal: Any) -> int | None:
    """Return when a proposal's time takes it further, None where it is closed."""
    ends = {
        Status.DEPOSIT: proposal.deposit_end_s,
        Status.VOTING: proposal.voting_end_s,
        Status.TIMELOCK: proposal.timelock_end_s,
    }
    found: int | None = ends.get(proposal.status)
    return found


def time_left(proposal: Any, now_s: int) -> str:
    """Return how long the proposal stays as it is."""
    turn_s = next_turn_s(proposal)
    if turn_s is None:
        return "closed"
    return f"{format_span(turn_s - now_s)} left" if turn_s > now_s else "due with the next block"


def tally_rows(proposal: Any, style: Style) -> list[tuple[str, str]]:
    """Return a bar for each option, by its share of the votes, and the turnout."""
    tally = proposal.tally
    votes = [(option, getattr(tally, f"{option.name.lower()}_wei")) for option in Option]
    cast_wei = sum(wei for _, wei in votes)
    rows = [
        (option.name.lower(), f"{_bar(wei, cast_wei)}  {format_coins(wei, in_wei=style.in_wei)}")
        for option, wei in votes
    ]
    return [*rows, ("turnout", f"{_bar(cast_wei, proposal.total_power_wei)}  of all stake")]


def _bar(part: int, whole: int) -> str:
    filled = part * BAR_CELLS // whole if whole else 0
    percent = Decimal(part * 1000 // whole) / 10 if whole else Decimal(0)
    return f"{'█' * filled}{'░' * (BAR_CELLS - filled)} {percent:>5} %"


def parameter_text(session: Session, name: str, word: int, style: Style) -> str:
    """Return a parameter's value in its own unit; the bare number where it is unknown here."""
    spec = specs_of(session.assembly.modules).get(name)
    return str(word) if spec is None else show(spec.kind, spec.kind.from_word(word), style)


def change_rows(
    session: Session, changes: Sequence[ParameterChange], style: Style
) -> list[tuple[str, str]]:
    """Return each change as `from -> to`."""
    return [
        (
            change.parameter,
            f"{parameter_text(session, change.parameter, change.expected, style)} -> "
            f"{parameter_text(session, change.parameter, change.value, style)}",
        )
        for change in changes
    ]
