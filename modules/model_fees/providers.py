"""The part of the page for providers: the bond that stands behind their meters."""

from chain.kit.module import call, view
from chain.types.primitives import Address, Wei
from modules.model_fees import bonds
from modules.model_fees.books import Books
from modules.model_fees.records import Bond


class Providers(Books):
    """Bonds of whoever serves models in channels."""

    @call(payable=True)
    def bond_provider(self) -> None:
        """Add the coins sent to the caller's bond."""
        bonds.add(self)

    @call()
    def unbond_provider(self, amount_wei: Wei) -> None:
        """Take free bond back: it comes by itself after `bond_wait_s`, liable until then."""
        bonds.leave(self, amount_wei)

    @view
    def provider_bond(self, provider: Address) -> Bond:
        """Return what a provider stands behind its meters with."""
        return self.bonds[provider]
