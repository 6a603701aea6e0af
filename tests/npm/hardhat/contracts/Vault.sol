// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// Coins that nobody gets before a time.
contract Vault {
    error TooEarly(uint256 opens);
    event Opened(address indexed owner, uint256 amount);

    address public owner = msg.sender;
    uint256 public opens;

    constructor(uint256 wait) payable {
        opens = block.timestamp + wait;
    }

    function open() external {
        require(msg.sender == owner, "not the owner");
        if (block.timestamp < opens) revert TooEarly(opens);
        emit Opened(msg.sender, address(this).balance);
        (bool paid, ) = msg.sender.call{value: address(this).balance}("");
        require(paid, "not paid");
    }
}
