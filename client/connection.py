"""
One chain as seen through one node: modules by name, transactions by a wallet, blocks, events.

    client = await Client.connect("http://127.0.0.1:8545", key=...)
    order = await client.compute.order(7)                       a view: typed
    pending = await client.compute.accept_bid(7, 3)             a call: estimated, signed, sent
    receipt = await pending.receipt()                           typed events, or a typed refusal
    async for seen in client.compute.events(OrderOpened):       events, without loss or doubles
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from client import answers, blocks, logs
from client.blocks import Block
from client.errors import RequestFailed, WalletMissing
from client.fees import Fees, current_fees
from client.kit.methods import Read
from client.kit.records import Event, Message, Refusal
from client.logs import Logged, Query
from client.modules.directory import Directory
from client.outbox import OnSigned, Outbox
from client.refusals import explained
from client.settings import DEFAULT_SETTINGS, Settings
from client.transactions import Intent, Pending, Receipt, call_object, read_receipt
from client.transport import Transport
from client.wallet import Wallet

if TYPE_CHECKING:
    from client.streams import Streams

T = TypeVar("T")
E = TypeVar("E", bound=Event)


class Connection(Directory):
    """One chain as seen through one node, and the account that acts there, if any."""

    def __init__(
        self,
        transport: Transport,
        chain_id: int,
        outbox: Outbox | None = None,
        streams: "Streams | None" = None,
    ) -> None:
        self.transport, self.chain_id = transport, chain_id
        self._outbox, self._streams = outbox, streams

    @classmethod
    async def connect(
        cls,
        url: str,
        key: "Wallet | bytes | str | None" = None,
        *,
        grpc: str = "",
        grpc_credentials: Any = None,
        settings: Settings = DEFAULT_SETTINGS,
        on_signed: OnSigned | None = None,
    ) -> Self:
        """
        Return a client of the chain that a node serves.

        `key` is a wallet, or a private key. With `grpc`, "host:port", events and blocks are pushed
        from there, else they are asked for; `grpc_credentials` are those of the grpc package, for
        TLS. `on_signed` hears of each transaction before it is sent: a program that must not send
        twice notes its hash there. Raises NodeError.
        """
        wallet = key if isinstance(key, Wallet) or key is None else Wallet(key)
        transport = Transport(url, settings)
        try:
            chain_id = answers.number(await transport.call("eth_chainId"))
        except BaseException:
            await transport.close()
            raise
        streams = _streams(grpc, grpc_credentials, settings) if grpc else None
        client = cls(transport, chain_id, streams=streams)
        return client if wallet is None else client.using(wallet, on_signed=on_signed)

    def using(self, key: "Wallet | bytes | str", *, on_signed: OnSigned | None = None) -> Self:
        """Return this client, acting as another account; the connection is shared."""
        wallet = key if isinstance(key, Wallet) else Wallet(key)
        outbox = Outbox(self.transport, wallet, self.chain_id, on_signed)
        return type(self)(self.transport, self.chain_id, outbox, self._streams)

    async def close(self) -> None:
        """Hang up, for every client that shares the connection."""
        await self.transport.close()
        if self._streams is not None:
            await self._streams.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    @property
    def outbox(self) -> Outbox:
        """What sends for the account; raises WalletMissing where there is none."""
        if self._outbox is None:
            raise WalletMissing("no key to sign with: Client.connect(url, key=...) or using(key)")
        return self._outbox

    @property
    def wallet(self) -> Wallet:
        """The wallet that signs; raises WalletMissing where there is none."""
        return self.outbox.wallet

    @property
    def address(self) -> str:
        """The account that acts; raises WalletMissing where there is none."""
        return self.wallet.address

    def sign(self, message: Message) -> bytes:
        """Return the account's signature of a message, for this chain."""
        return message.sign(self.wallet, self.chain_id)

    async def height(self) -> int:
        """Return the number of the newest block; raises NodeError."""
        return answers.number(await self.transport.call("eth_blockNumber"))

    async def balance_wei(self, account: str | None = None, *, height: int | None = None) -> int:
        """Return an account's coins, in wei; the wallet's own where none is named."""
        block = "latest" if height is None else hex(height)
        answer = await self.transport.call("eth_getBalance", account or self.address, block)
        return answers.number(answer)

    async def fees(self) -> Fees:
        """Return prices of gas that a transaction is taken for now; raises NodeError."""
        return await current_fees(self.transport)

    async def read(self, read: Read[T], *, height: int | None = None) -> T:
        """Return one view; raises the module's Refusal, NodeError."""
        block = "latest" if height is None else hex(height)
        call = call_object(None, Intent(read.to, read.data))
        try:
            answer = await self.transport.call("eth_call", call, block)
        except RequestFailed as failure:
            raise explained(failure) from failure
        return read.view.decode(answers.data(answer))

    async def read_many(
        self, reads: Sequence[Read[Any]], *, height: int | None = None
    ) -> list[Any]:
        """
        Return several views of one block's state, asked for together.

        A view that was refused has its Refusal in its place. Raises NodeError.
        """
        block = hex(await self.height() if height is None else height)
        size = self.transport.settings.reads_per_batch_max
        found: list[Any] = []
        for start in range(0, len(reads), size):
            part = reads[start : start + size]
            calls = [call_object(None, Intent(read.to, read.data)) for read in part]
            results = await self.transport.call_many([("eth_call", [c, block]) for c in calls])
            found += [_value_of(read, answer) for read, answer in zip(part, results, strict=True)]
        return found

    async def send(
        self,
        to: str,
        data: bytes = b"",
        *,
        value_wei: int = 0,
        gas: int = 0,
        fees: Fees | None = None,
        refusals: Sequence[type[Refusal]] = (),
    ) -> Pending:
        """Send a transaction; gas and fees are found where they are not given."""
        return await self.outbox.send(Intent(to, data, value_wei, gas, tuple(refusals)), fees)

    async def receipt(self, transaction_hash: str) -> Receipt | None:
        """Return how a transaction ended, well or not; None while no block has it."""
        found = await self.transport.call("eth_getTransactionReceipt", transaction_hash)
        return None if found is None else read_receipt(found)

    async def resume(self, raw: bytes) -> Pending:
        """Return a transaction that was signed before, sent again if the node forgot it."""
        return await self.outbox.resume(raw)

    async def block(self, height: int | None = None) -> Block:
        """Return a block; the newest where none is named. Raises NotFound, NodeError."""
        return await blocks.block(self.transport, height)

    async def blocks(self, from_height: int | None = None) -> AsyncGenerator[Block]:
        """Yield every block from a height on, each once, as it becomes final, for ever."""
        first = await self.height() + 1 if from_height is None else from_height
        pushed = self._streams
        found = blocks.follow(self.transport, first) if pushed is None else pushed.blocks(first)
        async for block in found:
            yield block

    async def until(
        self,
        look: Callable[[], Awaitable[T]],
        is_reached: Callable[[T], bool],
        timeout_s: float,
        what: str,
    ) -> T:
        """
        Look after each new block, and return what was found once it is as it should be.

        `what` is for the message of NotReached, which says that the time is over.
        """
        return await blocks.until(self.transport, look, is_reached, timeout_s, what)

    async def events(
        self,
        *kinds: type[E],
        source: str | None = None,
        from_height: int | None = None,
        after: tuple[int, int] | None = None,
        where: Mapping[str, Any] | None = None,
    ) -> AsyncGenerator[Logged[E]]:
        """
        Yield events as they become final, each once, in order; see ModuleClient.events.

        `source` is whose events; any account's where it is None. Raises ArgumentInvalid,
        RequestFailed.
        """
        query = Query.of(kinds, source, where)
        if after is None:
            first = await self.height() + 1 if from_height is None else from_height
            after = (first, -1)
        pushed = self._streams
        if pushed is None:
            found = logs.follow(self.transport, query, after)
        else:
            found = pushed.events(query, after)
        async for seen in found:
            yield seen

    async def past_events(
        self,
        *kinds: type[E],
        source: str | None = None,
        from_height: int = 0,
        to_height: int | None = None,
        where: Mapping[str, Any] | None = None,
    ) -> list[Logged[E]]:
        """Return events of blocks that are there, the oldest first; raises NodeError."""
        last = await self.height() if to_height is None else to_height
        return await logs.find(self.transport, Query.of(kinds, source, where), from_height, last)


def _streams(address: str, credentials: Any, settings: Settings) -> "Streams":
    """The package of gRPC is loaded only where it is used."""
    from client.streams import Streams

    return Streams(address, credentials, settings)


def _value_of(read: Read[Any], answer: Any) -> Any:
    if isinstance(answer, RequestFailed):
        meaning = explained(answer)
        if not isinstance(meaning, Refusal):
            raise meaning
        return meaning
    return read.view.decode(answers.data(answer))
