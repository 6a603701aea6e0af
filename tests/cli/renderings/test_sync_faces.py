"""The synchronous face has everything that the asynchronous classes have."""

import inspect

from client import Client
from client.connection import Connection
from client.flows import beats, channels, jobs, leases, licences
from client.modules import directory
from client.sync import faces
from client.transactions import Pending

ASYNC_ONLY = {"until"}  # of a connection: it takes coroutines
PAIRS = [
    (Client, faces.Client),
    (Connection, faces.Connection),
    (Pending, faces.Pending),
    (jobs.Job, faces.Job),
    (jobs.Engagement, faces.Engagement),
    (jobs.Seat, faces.Seat),
    (leases.Lease, faces.Lease),
    (leases.Service, faces.Service),
    (licences.Subscription, faces.Subscription),
    (channels.PayerChannel, faces.PayerChannel),
    (beats.Device, faces.Device),
]


def public(kind):
    """The public methods and properties of a class."""
    return {name for name, _ in inspect.getmembers(kind) if not name.startswith("_")}


def test_every_method_has_its_face_and_no_face_is_a_coroutine():
    """Signatures and docstrings are those of what they stand for."""
    for theirs, face in PAIRS:
        missing = public(theirs) - public(face)
        assert missing <= (ASYNC_ONLY if issubclass(theirs, Connection) else set()), missing
        for name in public(theirs) & public(face):
            ours = inspect.getattr_static(face, name)
            assert not inspect.iscoroutinefunction(ours), name
            if inspect.isfunction(ours) and name not in ("connect", "close"):
                wanted = inspect.signature(getattr(theirs, name)).parameters
                assert list(wanted) == list(inspect.signature(ours).parameters), name


def test_every_module_has_its_face():
    """All calls and views of it."""
    for name in directory.NAMES:
        theirs = directory.module_class(name)
        page = __import__(f"client.sync.modules.{name}", fromlist=["x"])
        face = getattr(page, theirs.__name__)
        methods = {m for m in public(theirs) if not m.isupper()}
        assert methods <= public(face)
