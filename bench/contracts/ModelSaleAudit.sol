// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// @notice Every change a contract took, in a chain of hashes and a tree of an epoch's entries.
abstract contract AuditLog {
    event AuditEntryAdded(
        uint256 indexed index,
        address indexed sender,
        uint256 indexed method,
        bytes32 dataHash,
        bytes32 head
    );

    uint256 private constant EPOCH_BLOCKS = 1_000;
    uint256 private constant LEVELS = 32;
    bytes32 private _head;
    uint256 private _entries;
    uint256 private _open; // an epoch's number << 64 | the index of its first entry
    bytes32[LEVELS] private _nodes; // the root of each level's last full subtree

    /// @dev Note the call that is under way.
    function _audit() internal {
        uint256 index = _entries;
        uint256 method = uint32(msg.sig);
        bytes32 dataHash = keccak256(msg.data);
        bytes32 head =
            keccak256(abi.encode(_head, index, block.number, msg.sender, method, dataHash));
        (_head, _entries) = (head, index + 1);
        uint256 open = _open;
        uint256 epoch = block.number / EPOCH_BLOCKS;
        if (open >> 64 != epoch) {
            open = epoch << 64 | index;
            _open = open;
        }
        _insert(keccak256(abi.encodePacked(bytes1(0), head)), index - uint64(open));
        emit AuditEntryAdded(index, msg.sender, method, dataHash, head);
    }

    function _insert(bytes32 node, uint256 position) private {
        uint256 level = 0;
        for (uint256 size = position + 1; size & 1 == 0; size >>= 1) {
            node = keccak256(abi.encodePacked(bytes1(0x01), _nodes[level], node));
            level++;
        }
        _nodes[level] = node;
    }
}
