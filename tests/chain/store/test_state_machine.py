"""The state under random blocks, against a dict and py-trie, at every height that is kept."""

from copy import deepcopy

import rlp
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from trie import HexaryTrie

from chain.errors import StateUnavailable
from chain.store import schema
from chain.store.history import current, history_range
from chain.store.memory import MemoryStore
from chain.store.node import keccak
from chain.store.state import StateStore
from chain.types.account import Account, StateDiff
from chain.types.primitives import EMPTY_CODE_HASH, EMPTY_TRIE_ROOT, Address


def crowded(candidates, hashed, count):
    """Return the candidates whose hashes share the most leading nibbles, and the two extremes."""
    ordered = sorted(candidates, key=hashed)
    return [ordered[0], ordered[-1], *ordered[500 : 500 + count - 2]]


# Hashes that share three nibbles make extensions and deep branches out of few keys.
ADDRESSES = crowded([Address(n.to_bytes(20, "big")) for n in range(4_000)], keccak, 9)
ADDRESSES += [Address(b"\xff" * 20)]
SLOTS = crowded(range(4_000), lambda slot: keccak(slot.to_bytes(32, "big")), 7)
SLOTS += [2**256 - 1]
CODES = {keccak(code): code for code in (b"\xfe", b"\x60" * 40)}

FIELDS = st.tuples(
    st.integers(0, 2),
    st.sampled_from([0, 1, 10**18, 2**256 - 1]),
    st.sampled_from([EMPTY_CODE_HASH, *CODES]),
)
WORDS = st.sampled_from([0, 0, 1, 127, 128, 2**256 - 1])
ACCOUNTS = st.dictionaries(st.sampled_from(ADDRESSES), FIELDS | st.none(), max_size=5)
STORAGE = st.dictionaries(
    st.sampled_from(ADDRESSES),
    st.dictionaries(st.sampled_from(SLOTS), WORDS, max_size=6),
    max_size=3,
)
FEW = ADDRESSES[2:5]  # accounts whose storage is filled and cleared again and again
SOME_WORDS = st.dictionaries(st.sampled_from(SLOTS), st.integers(1, 2), min_size=3)
CLEARED = st.sets(st.sampled_from(ADDRESSES), max_size=1)


def root_of(entries):
    """Return py-trie's root of a trie whose keys are hashed."""
    oracle = HexaryTrie({})
    for key, value in entries:
        oracle[keccak(key)] = value
    return oracle.root_hash


class Model:
    """The state as dicts: fields of accounts, and their words that are not 0."""

    def __init__(self):
        self.fields = {}
        self.words = {}

    def after(self, diff):
        """Return the state that a diff makes of this one."""
        after = deepcopy(self)
        for address in diff.cleared:
            after.words.pop(address, None)
        for address, slots in diff.storage.items():
            words = {**after.words.get(address, {}), **slots}
            after.words[address] = {slot: word for slot, word in words.items() if word}
        for address, fields in diff.accounts.items():
            after.fields[address] = fields
            if fields is None:
                after.fields.pop(address)
                after.words.pop(address, None)
        return after

    def account(self, address):
        """Return the account with the storage root that py-trie computes."""
        if address not in self.fields:
            return None
        words = self.words.get(address, {})
        root = root_of((slot.to_bytes(32, "big"), rlp.encode(w)) for slot, w in words.items())
        nonce, balance_wei, code_hash = self.fields[address]
        return Account(nonce, balance_wei, root, code_hash)

    def root(self):
        """Return the state root that py-trie computes."""
        accounts = ((address, self.account(address)) for address in self.fields)
        return root_of(
            (address, rlp.encode([a.nonce, a.balance_wei, a.storage_root, a.code_hash]))
            for address, a in accounts
        )


class StateMachine(RuleBasedStateMachine):
    """Blocks, candidates that come to nothing, pruning, rollbacks and restarts in any order."""

    @initialize(accounts=ACCOUNTS, first=st.integers(0, 3))
    def begin(self, accounts, first):
        """Write the first state."""
        self.store = MemoryStore()
        self.states = StateStore(self.store, cached_bytes_max=6_000)
        self.oldest = self.height = first
        self.models = {first - 1: Model()}
        self.commit(self.diff(accounts, {}, set()), first)
        del self.models[first - 1]

    def diff(self, accounts, storage, cleared):
        """Return a diff in which only accounts that are there have storage."""
        model = self.models[max(self.models)]
        there = {a for a, fields in {**model.fields, **accounts}.items() if fields is not None}
        storage = {address: slots for address, slots in storage.items() if address in there}
        hashes = {fields[2] for fields in accounts.values() if fields is not None}
        codes = {code_hash: CODES[code_hash] for code_hash in hashes - {EMPTY_CODE_HASH}}
        below = {  # of half of the slots, as a block that read those would say
            address: {slot: model.words.get(address, {}).get(slot, 0) for slot in slots if slot % 2}
            for address, slots in storage.items()
        }
        return StateDiff(dict(accounts), storage, set(cleared), codes, below)

    def commit(self, diff, height):
        """Prepare, write and check one block."""
        model = self.models[height - 1].after(diff)
        prepared = self.states.prepare(height, diff)
        assert model.root() == prepared.state_root
        keys = [key for key, _ in prepared.writes]
        assert len(set(keys)) == len(keys) == len(prepared.writes)
        assert all(self.is_news(key, value) for key, value in prepared.writes)
        self.store.write(prepared.writes, sync=True)
        self.states.committed(prepared)
        self.height, self.models[height] = height, model
        self.check_no_stale_key()

    def is_news(self, key, value):
        """Say whether a write changes what the key holds, a branch with its deltas."""
        is_node = key[:1] in schema.NODES
        return value != (current(self.store, key) if is_node else self.store.get(key))

    @rule(accounts=ACCOUNTS, storage=STORAGE, cleared=CLEARED)
    def add_block(self, accounts, storage, cleared):
        """Commit a random block."""
        self.commit(self.diff(accounts, storage, cleared), self.height + 1)

    @rule(address=st.sampled_from(FEW), words=SOME_WORDS, fields=FIELDS)
    def fill_storage(self, address, words, fields):
        """Commit a block that writes several words of one account."""
        accounts = {} if address in self.models[self.height].fields else {address: fields}
        self.commit(self.diff(accounts, {address: words}, set()), self.height + 1)

    @rule(address=st.sampled_from(FEW), words=SOME_WORDS, fields=FIELDS)
    def clear_and_fill_storage(self, address, words, fields):
        """Commit a block that makes an account anew, with some words like those before."""
        diff = self.diff({address: fields}, {address: words}, {address})
        self.commit(diff, self.height + 1)

    @rule(address=st.sampled_from(FEW))
    def remove_account(self, address):
        """Commit a block that removes one account."""
        self.commit(StateDiff({address: None}), self.height + 1)

    @rule(accounts=ACCOUNTS, storage=STORAGE, cleared=CLEARED)
    def try_a_candidate(self, accounts, storage, cleared):
        """Prepare a block that is never written."""
        before = dict(self.store.iterate(b"\x00", b"\xff"))
        self.states.prepare(self.height + 1, self.diff(accounts, storage, cleared))
        assert before == dict(self.store.iterate(b"\x00", b"\xff"))

    @rule()
    def delete_everything(self):
        """Commit a block that removes every account."""
        gone = dict.fromkeys(self.models[self.height].fields)
        self.commit(StateDiff(gone), self.height + 1)

    @rule()
    def restart(self):
        """Go on with a StateStore that remembers nothing."""
        self.states = StateStore(self.store)

    @precondition(lambda self: self.height > self.oldest)
    @rule(back=st.integers(0, 3), keys_max=st.integers(1, 40))
    def prune(self, back, keys_max):
        """Prune in small steps; every step leaves what it keeps readable."""
        self.oldest = max(self.oldest, self.height - back)
        while writes := self.states.prune(self.oldest, keys_max):
            assert len([key for key, _ in writes if key[:1] == schema.HISTORY]) <= keys_max
            self.store.write(writes, sync=False)
        assert self.oldest == self.states.oldest_height()
        self.models = {h: model for h, model in self.models.items() if h >= self.oldest}
        left = self.store.iterate(schema.CHANGED, schema.changed_key(self.oldest + 1))
        assert list(left) == []
        for key, _ in self.store.iterate(*history_range()):
            assert self.oldest < schema.decode_height(key[-schema.HEIGHT_BYTES :])

    @precondition(lambda self: self.height > self.oldest)
    @rule(tell=st.booleans())
    def roll_back(self, tell):
        """Undo the newest block."""
        prepared = self.states.rollback_one()
        self.store.write(prepared.writes, sync=True)
        if tell:
            self.states.committed(prepared)
        del self.models[self.height]
        self.height -= 1
        assert (self.height, self.models[self.height].root()) == self.states.head()
        assert (prepared.height, prepared.state_root) == self.states.head()
        self.check_no_stale_key()

    @rule(address=st.sampled_from(ADDRESSES), data=st.data())
    def read_and_prove(self, address, data):
        """Read and prove one account at one kept height."""
        height = data.draw(st.integers(self.oldest, self.height))
        model = self.models[height]
        proven = self.states.proof(address, SLOTS, height)
        assert (height, model.root()) == (proven.height, proven.state_root)
        assert model.account(address) == proven.account
        assert_proven(proven)
        words = model.words.get(address, {})
        assert [words.get(slot, 0) for slot in SLOTS] == [s.value for s in proven.storage]

    @rule(data=st.data())
    def read_all(self, data):
        """Read everything at one kept height, key by key and in order."""
        height = data.draw(st.integers(self.oldest, self.height))
        model, reader = self.models[height], self.states.reader(height)
        expected = [(address, model.account(address)) for address in sorted(model.fields)]
        assert expected == list(reader.accounts())
        for address in ADDRESSES:
            words = model.words.get(address, {})
            assert model.account(address) == reader.account(address)
            assert [words.get(s, 0) for s in SLOTS] == [reader.storage(address, s) for s in SLOTS]
            assert sorted(words.items()) == list(reader.storage_of(address))
        for _, _, code_hash in model.fields.values():
            assert CODES.get(code_hash, b"") == reader.code(code_hash)

    @rule(beyond=st.integers(1, 5))
    def ask_for_what_is_not_kept(self, beyond):
        """Heights outside the kept range are refused with the range."""
        for height in (self.oldest - beyond, self.height + beyond):
            try:
                self.states.reader(height)
            except StateUnavailable as error:
                assert (height, self.oldest, self.height) == (
                    error.height,
                    error.oldest,
                    error.newest,
                )
            else:
                raise AssertionError(f"height {height} was answered")

    def check_no_stale_key(self):
        """The database holds the flat state and the nodes of a fresh one, and nothing else."""
        model = self.models[self.height]
        fresh = MemoryStore()
        diff = StateDiff(dict(model.fields), deepcopy(model.words))
        fresh.write(StateStore(fresh).prepare(0, diff).writes, sync=True)
        for family in (
            schema.ACCOUNT,
            schema.SLOT,
            schema.ACCOUNT_NODE,
            schema.STORAGE_NODE,
        ):
            bounds = (family, bytes([family[0] + 1]))
            found = [(key, current(self.store, key)) for key, _ in self.store.iterate(*bounds)]
            assert list(fresh.iterate(*bounds)) == found


def assert_proven(proven):
    """Check the account and its words with py-trie's verifier."""
    account = proven.account
    value = b"" if account is None else rlp.encode(list(fields_of(account)))
    assert value == verified(proven.state_root, proven.address, proven.account_proof)
    root = EMPTY_TRIE_ROOT if account is None else account.storage_root
    for word in proven.storage:
        expected = rlp.encode(word.value) if word.value else b""
        assert expected == verified(root, word.slot.to_bytes(32, "big"), word.proof)


def fields_of(account):
    """Return the four fields in the order of their encoding."""
    return account.nonce, account.balance_wei, account.storage_root, account.code_hash


def verified(root, key, proof):
    """Return what py-trie says that the proof proves."""
    return HexaryTrie.get_from_proof(root, keccak(key), [rlp.decode(node) for node in proof])


TestStateMachine = StateMachine.TestCase
TestStateMachine.settings = settings(
    max_examples=60,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
