// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// Counts for its owner.
contract Counter {
    event Counted(address indexed who, uint256 count);

    address public immutable owner;
    uint256 public count;

    constructor(address owner_) {
        owner = owner_;
    }

    function add(uint256 amount) external returns (uint256) {
        require(msg.sender == owner, "not the owner");
        count += amount;
        emit Counted(msg.sender, count);
        return count;
    }
}
