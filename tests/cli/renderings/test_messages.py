"""What keys sign is rendered whole: no domain of a module is forgotten."""

import importlib
import pkgutil

import modules
from chain.kit.typed_data import Domain
from cli.renderings.messages import MESSAGES, messages_of


def test_every_domain_of_the_modules_has_its_messages():
    """A module that begins to check signatures is noticed here."""
    found = {}
    for info in pkgutil.walk_packages(modules.__path__, "modules."):
        page = importlib.import_module(info.name)
        for item in vars(page).values():
            if isinstance(item, Domain):
                found[info.name.split(".")[1]] = item
    assert found == {name: domain for name, (domain, _) in MESSAGES.items()}
    assert all(messages_of(name) for name in found)
    assert () == messages_of("mint")
