// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// @notice Work of one kind each, as often as asked for.
contract Work {
    uint256 public result;
    mapping(uint256 => uint256) private _words;

    /// @notice Arithmetic in a loop, with the checks that Solidity makes.
    function loop(uint256 count) external returns (uint256 sum) {
        for (uint256 i = 0; i < count; i++) {
            sum = (sum * 7 + i) % 1_000_003;
        }
        result = sum;
    }

    /// @notice A chain of hashes of two words.
    function hashes(uint256 count) external returns (bytes32 last) {
        for (uint256 i = 0; i < count; i++) {
            last = keccak256(abi.encode(last, i));
        }
        result = uint256(last);
    }

    /// @notice Words read and written in a mapping.
    function stores(uint256 count, uint256 spread) external {
        for (uint256 i = 0; i < count; i++) {
            _words[i % spread] += i + 1;
        }
    }
}
