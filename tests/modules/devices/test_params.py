"""The parameters: bounded, tied together, and read one at a time."""

from dataclasses import replace

import pytest

from chain.errors import Malformed
from chain.kit.assembly import own
from chain.types.primitives import ZERO_ADDRESS, Bps
from modules.devices.module import Devices
from modules.devices.params import DevicesGenesis, DevicesParams, places
from modules.devices.records import DeviceClass, Reason
from tests.modules.devices.scene import PARAMS, Scene


def test_one_parameter_reads_as_in_the_record() -> None:
    """Each is where the record keeps it, in the same type, below the first slot of data."""
    scene = Scene()
    record, live = scene.call("params"), scene.devices.live
    assert PARAMS == record
    assert all(getattr(live, name) == getattr(record, name) for name in places())
    assert len(places()) <= 128


def test_every_class_and_reason_has_its_line() -> None:
    """The table answers for each class, and for each reason but fraud, which a jury measures."""
    live = Scene().devices.live
    assert [True, True] == [live.class_terms(kind).is_attested for kind in (2, 4)]
    assert all(live.class_terms(kind).bond_wei for kind in DeviceClass)
    for reason in (Reason.OFFLINE, Reason.UNREACHABLE, Reason.UNSERVED):
        first, second, third = (live.slash_bps(reason, tier) for tier in range(3))
        assert 0 < first < second < third
    assert [0, 0, 1, 1, 2] == [live.tier_of(duration) for duration in (1, 2, 3, 4, 5)]
    assert not live.is_maker(ZERO_ADDRESS)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"offline_below_bps": 9_000}, "degraded"),
        ({"long_after": 24}, "long_after"),
        ({"harmed_bps": 6_000}, "together"),
        ({"probation_epochs": 13}, "probation_epochs"),
        ({"windows": 257}, "windows"),
        ({"beta_bps": 10_001}, "beta_bps"),
    ],
)
def test_parameters_that_cannot_stand_are_refused(changed: dict[str, int], words: str) -> None:
    """Genesis and proposals keep bounds and rules; demand is never paid above what it burned."""
    params = replace(DevicesParams(), **changed)
    assert words in str(params.objection())
    with pytest.raises(Malformed):
        module = own(Devices, Scene().stage.host)
        module.genesis(DevicesGenesis(params))  # type: ignore[attr-defined]


def test_legs_may_take_the_whole_slash() -> None:
    """Nothing left to burn is allowed."""
    whole = replace(DevicesParams(), treasury_bps=Bps(6_000))
    assert whole.objection() is None
