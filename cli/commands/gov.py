"""
`kumiai gov`: propose, vote, watch.

    gov submit --set model_fees.protocol_fee_bps=300   gov vote ID yes
    gov list, gov show ID, gov wait ID                 gov params [FILTER]
"""

import argparse
import time
from collections.abc import Callable
from typing import Any, Final

from chain.kit.abi import TupleType, abi_type
from chain.kit.text import to_json
from chain.types.primitives import Wei
from cli.arguments import method_called, module_called, parse_arguments
from cli.commands.tx import sent_json, show_sent
from cli.errors import CommandFailed, UsageWrong
from cli.output import (
    Style,
    flat_rows,
    print_fields,
    print_json,
    print_line,
    print_note,
    print_table,
    waiting,
)
from cli.parser import Parser, Subparsers, add_command, add_node
from cli.sending import add_sending, gas_of, send, sender_of
from cli.session import Session, open_session
from cli.transactions import Intent
from cli.units import AMOUNT_FORMS, format_span, parse_amount
from cli.voting import (
    change_rows,
    head_time_s,
    method,
    parameter_text,
    parameters,
    parse_change,
    parse_option,
    parse_weights,
    proposals,
    tally_rows,
    time_left,
    view,
)
from modules.governance.module import Governance
from modules.governance.records import OPEN, Kind, Parameter, Proposal, Status

ID_MAX: Final = 2**64 - 1
POLL_S: Final = 0.3  # seconds between looks of `gov wait`
WAIT_S_DEFAULT: Final = 3_600  # an hour
SHOWN_APART: Final = ("changes", "tally", "id", "title", "summary", "status", "kind")


def register(subparsers: Subparsers) -> None:
    """Declare `gov` and its commands."""
    gov = add_command(
        subparsers,
        "gov",
        "govern the chain: propose, vote, watch",
        None,
        "kumiai gov submit --title Fees --set model_fees.protocol_fee_bps=300 --from dev0",
    )
    commands = gov.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    _register_submit(commands)
    vote = add_command(
        commands, "vote", "vote on a proposal", run_vote, "kumiai gov vote 1 yes --from validator"
    )
    _add_id(vote)
    vote.add_argument("option", metavar="OPTION", nargs="?", help="yes, no, abstain or veto")
    vote.add_argument("--weights", metavar="W", help="spread the vote: yes=0.7,no=0.3")
    add_sending(vote)
    add_node(vote)
    deposit = add_command(
        commands,
        "deposit",
        "add to a proposal's deposit",
        run_deposit,
        "kumiai gov deposit 1 1kum --from dev1",
    )
    _add_id(deposit)
    deposit.add_argument("amount", metavar="COINS", help=AMOUNT_FORMS)
    add_sending(deposit)
    add_node(deposit)
    listed = add_command(commands, "list", "list the proposals", run_list, "kumiai gov list")
    listed.add_argument("--open", action="store_true", help="only those not decided yet")
    add_node(listed)
    shown = add_command(commands, "show", "show a proposal", run_show, "kumiai gov show 1")
    _add_id(shown)
    add_node(shown)
    params = add_command(
        commands,
        "params",
        "list what can be governed, with bounds",
        run_params,
        "kumiai gov params model_fees",
    )
    params.add_argument("filter", metavar="FILTER", nargs="?", default="", help="part of a name")
    add_node(params)
    wait = add_command(
        commands, "wait", "wait until a proposal has ended", run_wait, "kumiai gov wait 1"
    )
    _add_id(wait)
    wait.add_argument(
        "--timeout", type=int, metavar="SECONDS", default=WAIT_S_DEFAULT, help="give up after this"
    )
    add_node(wait)


def _add_id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", type=_id, help="the proposal's number")


def _id(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:21]) <= ID_MAX:
        raise argparse.ArgumentTypeError(f"a proposal's number expected, found {text[:32]!r}")
    return int(text)


def _register_submit(commands: Subparsers) -> None:
    parser = add_command(
        commands,
        "submit",
        "put a proposal forward; without a kind it is a text",
        run_submit,
        "kumiai gov submit --title Fees --set model_fees.protocol_fee_bps=300 --from dev0\n"
        "  kumiai gov submit --title Grant --spend 0x…=5kum --from dev0",
    )
    parser.add_argument("--title", required=True, metavar="T", help="what it is, in a line")
    parser.add_argument("--summary", default="", metavar="S", help="why")
    parser.add_argument(
        "--set",
        action="append",
        dest="changes",
        metavar="module.param=value",
        help="change a parameter; may be given many times",
    )
    parser.add_argument("--spend", metavar="ADDRESS=AMOUNT", help="pay out of the treasury")
    parser.add_argument("--cancel", metavar="ID", type=_id, help="cancel another proposal")
    parser.add_argument("--resume", metavar="MODULE", help="set a paused module going again")
    parser.add_argument(
        "--call",
        nargs="+",
        metavar="WORD",
        help="MODULE CALL ARGS: make a call that only a passed proposal can make",
    )
    parser.add_argument(
        "--deposit", metavar="COINS", help=f"{AMOUNT_FORMS} (default: what starts the voting)"
    )
    add_sending(parser)
    add_node(parser)


def run_submit(args: argparse.Namespace) -> int:
    """Submit a proposal and show its number."""
    name, build = _kind_of(args)
    session = open_session(args)
    with waiting("looking the values of now up"):
        values = [args.title, args.summary, *build(session)]
        deposit_wei = _deposit_wei(session, args)
    data = method(name).encode_call(*values)
    sender = sender_of(session, args)
    intent = Intent(sender, Governance.address, deposit_wei, data, gas_of(args))
    sent = send(session, args, intent, f"submit the proposal {args.title!r}")
    number = _number_of(sent.events)
    if number is None:
        show_sent(session, sent)
        return 0
    proposal = view(session, "proposal", number)
    if session.style.as_json:
        print_json({"id": number, "tx": sent.hash, "status": proposal.status.name})
        return 0
    print_line(f"proposal {number}, {proposal.status.name}: {proposal.title}")
    if proposal.status is Status.VOTING:
        left = time_left(proposal, head_time_s(session))
        print_line(f"{left}: vote with `kumiai gov vote {number} yes --from KEY`")
    return 0


def _kind_of(args: argparse.Namespace) -> tuple[str, Callable[[Session], list[Any]]]:
    """Return the call that the flags ask for, and how its own arguments are made."""
    kinds: dict[str, tuple[Any, str, Callable[[Session], list[Any]]]] = {
        "--set": (
            args.changes,
            "submit_parameters",
            lambda session: [tuple(parse_change(session, text) for text in args.changes)],
        ),
        "--spend": (args.spend, "submit_spend", lambda session: _spending(session, args.spend)),
        "--cancel": (args.cancel, "submit_cancel", lambda session: [args.cancel]),
        "--resume": (args.resume, "submit_resume", lambda session: [args.resume]),
        "--call": (args.call, "submit_call", lambda session: _governed(session, args.call)),
    }
    given = [flag for flag, (value, _, _) in kinds.items() if value is not None]
    if len(given) > 1:
        raise UsageWrong(f"a proposal is of one kind: {' and '.join(given)} do not go together")
    if not given:
        return "submit_text", lambda session: []
    _, name, build = kinds[given[0]]
    return name, build


def _spending(session: Session, text: str) -> list[Any]:
    account, equals, amount = text.partition("=")
    if not equals:
        raise UsageWrong(f"--spend: ADDRESS=AMOUNT expected, found {text[:64]!r}")
    recipient = session.book.resolve(account.strip(), "--spend")
    return [recipient, parse_amount(amount, "--spend")]


def _governed(session: Session, words: list[str]) -> list[Any]:
    """Return a module's name and the data of a call that only a passed proposal makes."""
    module = module_called(session.assembly, words[0])
    if len(words) == 1:
        raise UsageWrong("--call: MODULE CALL ARGS expected")
    called = method_called(module, words[1], is_view=False)
    if not called.governed:
        raise UsageWrong(f"--call: {module.name}.{called.name} is not for proposals: use `tx`")
    return [module.name, called.encode_call(*parse_arguments(called, words[2:], session.book))]


def _deposit_wei(session: Session, args: argparse.Namespace) -> Wei:
    if args.deposit is not None:
        return parse_amount(args.deposit, "--deposit")
    return Wei(view(session, "params").deposit_wei_min)


def _number_of(events: Any) -> int | None:
    for event in events:
        if (event.module, event.name) == (Governance.name, "ProposalSubmitted"):
            return int(event.fields["id"][1])
    return None


def run_vote(args: argparse.Namespace) -> int:
    """Vote, wholly or by weights."""
    if (args.option is None) == (args.weights is None):
        raise UsageWrong("say yes, no, abstain or veto, or --weights yes=0.7,no=0.3")
    what = f"vote on proposal {args.id}"
    if args.weights is None:
        return _call(args, "vote", (args.id, parse_option(args.option)), Wei(0), what)
    return _call(args, "vote_weighted", (args.id, parse_weights(args.weights)), Wei(0), what)


def run_deposit(args: argparse.Namespace) -> int:
    """Add to a proposal's deposit."""
    amount_wei = parse_amount(args.amount)
    return _call(args, "deposit", (args.id,), amount_wei, f"deposit on proposal {args.id}")


def _call(
    args: argparse.Namespace, name: str, values: tuple[Any, ...], value_wei: Wei, what: str
) -> int:
    session = open_session(args)
    data = method(name).encode_call(*values)
    sender = sender_of(session, args)
    intent = Intent(sender, Governance.address, value_wei, data, gas_of(args))
    sent = send(session, args, intent, what)
    if session.style.as_json and sent.receipt is not None:
        status = view(session, "proposal", args.id).status.name
        print_json({"id": args.id, **sent_json(sent), "status": status})
    else:
        show_sent(session, sent)
    return 0


def run_list(args: argparse.Namespace) -> int:
    """Print the proposals, the newest first."""
    session = open_session(args)
    found = [item for item in proposals(session) if not args.open or item.status in OPEN]
    found.reverse()
    if session.style.as_json:
        print_json([to_json(abi_type(Proposal), item) for item in found])
    elif found:
        now_s = head_time_s(session)
        print_table(
            ["id", "kind", "status", "title", "time"],
            [[str(p.id), p.kind.name, p.status.name, p.title, time_left(p, now_s)] for p in found],
        )
    else:
        print_note("no proposals: put one forward with `kumiai gov submit`")
    return 0


def run_show(args: argparse.Namespace) -> int:
    """Print a proposal: what it does, where it stands, its votes."""
    session = open_session(args)
    proposal = view(session, "proposal", args.id)
    if session.style.as_json:
        print_json(to_json(abi_type(Proposal), proposal))
        return 0
    style, kind = session.style, abi_type(Proposal)
    assert isinstance(kind, TupleType)
    head = [
        ("status", f"{proposal.status.name}, {time_left(proposal, head_time_s(session))}"),
        ("kind", proposal.kind.name),
        *([("summary", proposal.summary)] if proposal.summary else []),
    ]
    print_fields(head, f"proposal {proposal.id}: {proposal.title}")
    if proposal.changes:
        print_fields(change_rows(session, proposal.changes, style), "changes")
    print_fields(tally_rows(proposal, style), "votes")
    rows = flat_rows(kind, proposal, style)
    print_fields([row for row in rows if _is_shown(row, proposal)])
    return 0


def _is_shown(row: tuple[str, str], proposal: Any) -> bool:
    """Leave out what is shown above, and the fields that this kind of proposal does not use."""
    name = row[0].partition(".")[0]
    used = {"recipient": Kind.TREASURY_SPEND, "amount_wei": Kind.TREASURY_SPEND}
    used |= {"target_id": Kind.CANCEL, "call_data": Kind.CALL}
    if name in SHOWN_APART or (name in used and proposal.kind != used[name]):
        return False
    return bool(getattr(proposal, name))


def run_params(args: argparse.Namespace) -> int:
    """Print parameters with their bounds, each in its unit."""
    session = open_session(args)
    found = [item for item in parameters(session) if args.filter in item.name]
    if session.style.as_json:
        print_json([to_json(abi_type(Parameter), item) for item in found])
        return 0
    if not found:
        raise CommandFailed(
            f"no parameter's name has {args.filter!r} in it: see `kumiai gov params`"
        )
    print_table(
        ["parameter", "value", "from", "to", "step", "cooldown", "counts", "meaning"],
        [_parameter_row(session, item, session.style) for item in found],
    )
    return 0


def _parameter_row(session: Session, item: Any, style: Style) -> list[str]:
    value, low, high, step = (
        parameter_text(session, item.name, word, style)
        for word in (item.value, item.minimum, item.maximum, item.step)
    )
    cooldown = format_span(item.cooldown_s) if item.cooldown_s else "none"
    scope = item.scope.name.lower().replace("_", " ")
    step = step if item.step else "any"
    if high.startswith("0x"):
        low = high = "any"  # an address has no bounds that mean anything
    return [item.name, value, low, high, step, cooldown, scope, item.doc]


def run_wait(args: argparse.Namespace) -> int:
    """Wait until a proposal has ended; exit status 0 where it was carried out."""
    session = open_session(args)
    deadline_s = time.monotonic() + args.timeout
    proposal = view(session, "proposal", args.id)
    with waiting(f"proposal {args.id}") as reword:
        while proposal.status in OPEN:
            if time.monotonic() >= deadline_s:
                raise CommandFailed(
                    f"proposal {args.id} is still {proposal.status.name} after {args.timeout} s: "
                    f"see `kumiai gov show {args.id}`"
                )
            left = time_left(proposal, head_time_s(session))
            reword(f"proposal {args.id}: {proposal.status.name}, {left}")
            time.sleep(POLL_S)
            proposal = view(session, "proposal", args.id)
    if session.style.as_json:
        print_json({"id": args.id, "status": proposal.status.name, "reason": proposal.reason})
    else:
        because = f": {proposal.reason}" if proposal.reason else ""
        print_line(f"proposal {args.id}: {proposal.status.name}{because}")
    return 0 if proposal.status is Status.EXECUTED else 1
