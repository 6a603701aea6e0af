// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Rlp} from "./Rlp.sol";

/// @title What a state root says of one storage slot, by the proofs of `eth_getProof`.
///
///     state root --account proof--> storage root --storage proof--> word, zero where absent
///
/// @notice One shape of proof is accepted: the nodes from the root to where the key is, or would
/// be, each one named by the one before; none more, none less, none twice.
library StateProof {
    /// @notice A node is missing, too many, or not the one that the node before it names.
    /// @param node Its number.
    error ProofRefused(uint256 node);
    /// @notice A node is no branch, extension or leaf as a trie of hashed keys has them.
    error NodeRefused();
    /// @notice The state has no such account.
    error AccountAbsent(address account);
    /// @notice A root of zero is nobody's state.
    error RootZero();

    /// Root of a trie without content: keccak256(0x80).
    bytes32 internal constant EMPTY_TRIE_ROOT =
        0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421;
    /// A branch with sixteen hashes; no node of a state or storage trie is longer.
    uint256 internal constant NODE_BYTES_MAX = 532;
    /// One node for each nibble of a key, and the leaf.
    uint256 internal constant NODES_MAX = 65;
    uint256 private constant KEY_NIBBLES = 64;
    uint256 private constant BRANCH_CHILDREN_MIN = 2;

    /// @notice Word at a slot of an account in a state.
    function slotOf(
        bytes32 stateRoot,
        address account,
        bytes32 slot,
        bytes[] calldata accountProof,
        bytes[] calldata storageProof
    ) internal pure returns (bytes32) {
        bytes32 root = storageRootOf(stateRoot, account, accountProof);
        bytes calldata value = valueOf(root, keccak256(abi.encode(slot)), storageProof);
        if (value.length == 0) return 0;
        (uint256 word, uint256 next) = Rlp.integer(value, 0, 32);
        if (next != value.length || word == 0) revert Rlp.RlpUnexpected();
        return bytes32(word);
    }

    /// @notice Root of an account's storage; refuses an account that is proven absent.
    function storageRootOf(
        bytes32 stateRoot,
        address account,
        bytes[] calldata proof
    ) internal pure returns (bytes32 storageRoot) {
        bytes calldata value = valueOf(stateRoot, keccak256(abi.encodePacked(account)), proof);
        if (value.length == 0) revert AccountAbsent(account);
        bytes calldata fields = Rlp.list(value);
        uint256 cursor;
        (, cursor) = Rlp.integer(fields, 0, 8); // nonce
        (, cursor) = Rlp.integer(fields, cursor, 32); // balance
        (storageRoot, cursor) = Rlp.word(fields, cursor);
        (, cursor) = Rlp.word(fields, cursor); // code hash
        if (cursor != fields.length) revert Rlp.RlpUnexpected();
    }

    /// @notice Value under a key of 32 bytes in the trie with that root, empty where absent.
    function valueOf(
        bytes32 root,
        bytes32 key,
        bytes[] calldata proof
    ) internal pure returns (bytes calldata value) {
        if (root == 0) revert RootZero();
        if (proof.length > NODES_MAX) revert ProofRefused(NODES_MAX);
        uint256 used;
        if (root == EMPTY_TRIE_ROOT) value = _nothing(proof);
        else (value, used) = _walk(root, key, proof);
        if (used != proof.length) revert ProofRefused(used);
    }

    function _walk(
        bytes32 root,
        bytes32 key,
        bytes[] calldata proof
    ) private pure returns (bytes calldata value, uint256 used) {
        bytes calldata node = _node(proof, 0, root);
        used = 1;
        uint256 depth; // nibbles of the key that lie behind
        bool isEnd;
        (value, depth, isEnd) = _step(node, key, depth);
        while (!isEnd) {
            // A node below 32 bytes stands inside its parent.
            bool isInside = value.length != 32;
            node = isInside ? value : _node(proof, used, bytes32(value));
            if (!isInside) used++;
            (value, depth, isEnd) = _step(node, key, depth);
        }
    }

    /// @dev The proof's node with that number, which must have that hash.
    function _node(bytes[] calldata proof, uint256 number, bytes32 hash) private pure returns (bytes calldata node) {
        if (number >= proof.length) revert ProofRefused(number);
        node = proof[number];
        bool fits = node.length <= NODE_BYTES_MAX && (number == 0 || node.length >= 32);
        if (!fits || keccak256(node) != hash) revert ProofRefused(number);
    }

    /// @dev One node down: the next node's link, or the value (empty: absent) at the end.
    function _step(
        bytes calldata node,
        bytes32 key,
        uint256 depth
    ) private pure returns (bytes calldata found, uint256 deeper, bool isEnd) {
        bytes calldata fields = Rlp.list(node);
        (, , uint256 second) = Rlp.item(fields, 0);
        (, , uint256 third) = Rlp.item(fields, second);
        if (third == fields.length) return _short(fields, second, key, depth);
        if (depth >= KEY_NIBBLES) revert NodeRefused();
        found = _child(fields, _nibble(key, depth));
        return (found, depth + 1, found.length == 0);
    }

    /// @dev The link of a branch under a nibble, empty for none.
    function _child(
        bytes calldata fields,
        uint256 nibble
    ) private pure returns (bytes calldata found) {
        uint256 cursor;
        uint256 children;
        found = fields[0:0];
        for (uint256 i = 0; i < 16; i++) {
            bytes calldata link;
            (link, cursor) = _reference(fields, cursor);
            if (link.length != 0) children++;
            if (i == nibble) found = link;
        }
        // With fewer a trie has an extension or a leaf in its place.
        if (children < BRANCH_CHILDREN_MIN) revert NodeRefused();
        (bytes calldata value, uint256 end) = Rlp.text(fields, cursor);
        // All keys are equally long, so no branch holds a value.
        if (end != fields.length || value.length != 0) revert NodeRefused();
    }

    /// @dev A leaf or an extension.
    function _short(
        bytes calldata fields,
        uint256 second,
        bytes32 key,
        uint256 depth
    ) private pure returns (bytes calldata found, uint256 deeper, bool isEnd) {
        (bytes calldata path, ) = Rlp.text(fields, 0);
        (uint256 count, bool isLeaf, bool matches) = _compare(path, key, depth);
        uint256 end; // of the second field, which the caller has seen to be the last
        if (isLeaf) {
            (found, end) = Rlp.text(fields, second);
            if (found.length == 0 || depth + count != KEY_NIBBLES) revert NodeRefused();
        } else {
            (found, end) = _reference(fields, second);
            bool isDeep = count != 0 && depth + count < KEY_NIBBLES;
            if (found.length == 0 || !isDeep) revert NodeRefused();
        }
        if (!matches) return (found[0:0], depth + count, true);
        return (found, depth + count, isLeaf);
    }

    /// @dev Compare a path in hex-prefix encoding (appendix C) with the key from `depth` on.
    function _compare(
        bytes calldata path,
        bytes32 key,
        uint256 depth
    ) private pure returns (uint256 count, bool isLeaf, bool matches) {
        if (path.length == 0 || path.length > 33) revert NodeRefused();
        uint256 first = uint8(path[0]);
        bool isOdd = first & 0x10 != 0;
        isLeaf = first & 0x20 != 0;
        if (first > 0x3f || (!isOdd && first & 0x0f != 0)) revert NodeRefused();
        count = 2 * (path.length - 1) + (isOdd ? 1 : 0);
        if (depth + count > KEY_NIBBLES) revert NodeRefused();
        matches = true;
        for (uint256 i = 0; i < count; i++) {
            uint256 place = isOdd ? i + 1 : i + 2; // in nibbles of the path
            uint256 pair = uint8(path[place >> 1]);
            uint256 nibble = place & 1 == 0 ? pair >> 4 : pair & 0x0f;
            if (nibble != _nibble(key, depth + i)) matches = false;
        }
    }

    /// @dev What a field refers to: nothing, a hash, or a node that stands inside (its encoding).
    function _reference(
        bytes calldata fields,
        uint256 cursor
    ) private pure returns (bytes calldata found, uint256 next) {
        bool isList;
        (isList, found, next) = Rlp.item(fields, cursor);
        if (isList) found = fields[cursor:next];
        bool fits = isList ? found.length < 32 : (found.length == 0 || found.length == 32);
        if (!fits) revert NodeRefused();
    }

    function _nibble(bytes32 key, uint256 place) private pure returns (uint256) {
        return (uint256(key) >> (4 * (KEY_NIBBLES - 1 - place))) & 0x0f;
    }

    function _nothing(bytes[] calldata proof) private pure returns (bytes calldata nothing) {
        assembly {
            nothing.offset := proof.offset
            nothing.length := 0
        }
    }
}
