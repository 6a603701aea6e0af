"""A policy is read strictly, and decides which orders a provider looks at."""

import tomllib

import pytest

from agents.provider.policy import (
    COIN,
    EXAMPLE,
    Container,
    Device,
    Policy,
    PolicyWrong,
    Price,
    parse_policy,
    read_policy,
    word,
)
from agents.provider.sandbox.work import Limits
from client.modules.compute import (
    Attribute,
    Kind,
    Ledger,
    Order,
    OrderTerms,
    OrderView,
    Progress,
    Rules,
)
from client.modules.shared import ClaimTerms, Level
from client.modules.verification import Role

ME = "0x" + "11" * 20
OTHER = "0x" + "22" * 20
NOBODY = "0x" + "00" * 20
IMAGE = "registry.example/python@sha256:" + "a1" * 32
PRICED = {"embed": Price(1_000, 2_000)}


def view_of(**changes) -> OrderView:
    """Return an open order that a policy takes, but for some changes."""
    claim = ClaimTerms(changes.pop("level", Level.REQUESTER), 0, bytes(32), 0, bytes(32), bytes(32))
    fields = {"capacity_class": word("cpu"), "run_blocks": 100, "milestones": 1, "claim": claim}
    terms = OrderTerms(**{"provider": NOBODY, **fields, **changes})
    order = Order(OTHER, 0, terms.kind, OTHER, 0)
    progress = Progress(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    return OrderView(1, order, terms, progress, NOBODY, 0, Ledger(*[0] * 5), Rules(*[0] * 15))


def test_the_example_says_what_the_defaults_are():
    """Who edits nothing gets the documented values."""
    kinds = {"embed": Price(10**12, 2_000), "exec": Price(10**15, 2_000)}
    assert Policy(kinds) == parse_policy(tomllib.loads(EXAMPLE))


def test_everything_can_be_said(tmp_path):
    """Every table of the file arrives."""
    path = tmp_path / "provider.toml"
    path.write_text(
        '[provider]\nuri = "https://p.example"\njobs_max = 3\n'
        '[provider.attributes]\nregion = "eu"\n'
        "[kinds.embed]\ncost_wei = 7\n[roles]\nreplica_wei = 5\njuror_wei = 6\n"
        "[limits]\nwall_s = 5\n[device]\nnumber = 4\ncapacity = 2\n"
        f'[container]\nimage = "{IMAGE}"\nengine = "docker"\n'
    )
    found = read_policy(path)
    assert ("https://p.example", 3, {"region": "eu"}) == (
        found.uri,
        found.jobs_max,
        found.attributes,
    )
    assert {Role.REPLICA: 5, Role.JUROR: 6} == found.roles
    assert (Limits(wall_s=5), Device(4, 2)) == (found.limits, found.device)
    assert Container(IMAGE, "docker") == found.container
    assert (7, 20 * COIN) == (found.kinds["embed"].floor_wei, found.bond_wei)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "at least one kind"),
        ("[kinds.embed]\nprice = 1", "kinds.embed.price"),
        ("[kinds.embed]\nmargin_bps = 1", "kinds.embed"),
        ("[kinds.embed]\ncost_wei = -1", "from 0 on"),
        ("[kinds.embed]\ncost_wei = 1.5", "int"),
        ("[kinds.embed]\ncost_wei = true", "from 0 on"),
        ("[kinds]\nembed = 3", "a table expected"),
        ("[kinds.embed]\ncost_wei = 1\n[providers]", "providers"),
        ("[kinds.embed]\ncost_wei = 1\n[provider]\nroles = 1", "provider.roles"),
        ("[kinds.embed]\ncost_wei = 1\n[roles]\njudge_wei = 1", "roles.judge_wei"),
        ("[kinds.embed]\ncost_wei = 1\n[roles]\njuror_wei = 'x'", "wei expected"),
        ("[kinds.embed]\ncost_wei = 1\n[provider.attributes]\nx = 1", "texts"),
        ("[kinds.embed]\ncost_wei = 1\n[limits]\nwall_s = 'long'", "limits.wall_s"),
        ("[kinds.embed]\ncost_wei = 1\n[container]", "container: .*image"),
        ("[kinds.embed]\ncost_wei = 1\n[container]\nimage = 'python:3.12'", "sha256:DIGEST"),
        ("[kinds.embed]\ncost_wei = 1\n[container]\nimage = '--x@sha256:1'", "sha256:DIGEST"),
        (
            f"[kinds.embed]\ncost_wei = 1\n[container]\nimage = '{IMAGE}'\nengine = 'lxc'",
            "container.engine",
        ),
        ("kinds = [", "provider.toml"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path, text, why):
    """A wrong line is named by its key."""
    path = tmp_path / "provider.toml"
    path.write_text(text)
    with pytest.raises(PolicyWrong, match=why):
        read_policy(path)


def test_the_floor_is_cost_and_margin_rounded_up():
    """A unit is never sold below cost and margin."""
    assert [1_200, 1_202, 0] == [Price(wei, 2_000).floor_wei for wei in (1_000, 1_001, 0)]
    assert 2 == Price(1, 1).floor_wei


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"kind": Kind.LEASE}, "lease"),
        ({"capacity_class": word("gpu")}, "class"),
        ({"provider": OTHER}, "another provider"),
        ({"attributes": (Attribute(word("region"), word("eu")),)}, "attributes"),
        ({"milestones": 2}, "milestones"),
        ({"level": Level.BISECTION}, "BISECTION"),
        ({"level": Level.ATTESTED}, "ATTESTED"),
        ({"run_blocks": 59}, "59 blocks"),
        ({}, ""),
        ({"provider": ME}, ""),
        ({"level": Level.JURY}, ""),
    ],
)
def test_orders_that_cannot_be_served_are_left_to_others(changes, why):
    """The reason is said; a good order has none."""
    found = Policy(PRICED).refuses(view_of(**changes), ME)
    assert (why in found) and (bool(why) == bool(found))


def test_attributes_that_are_declared_are_served():
    """An order for a region is taken by who is there."""
    policy = Policy(PRICED, attributes={"region": "eu"})
    wanted = (Attribute(word("region"), word("eu")),)
    assert "" == policy.refuses(view_of(attributes=wanted), ME)
    assert policy.refuses(view_of(attributes=(Attribute(word("region"), word("us")),)), ME)
