// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// @notice An ERC-20 token in the shape that token libraries give it: hooks, custom errors, names.
contract Coin {
    /// @notice Coins went from one account to another.
    event Transfer(address indexed from, address indexed to, uint256 value);
    /// @notice An owner lets a spender take coins.
    event Approval(address indexed owner, address indexed spender, uint256 value);

    error BalanceTooSmall(address sender, uint256 balance, uint256 needed);
    error SenderInvalid(address sender);
    error ReceiverInvalid(address receiver);
    error AllowanceTooSmall(address spender, uint256 allowance, uint256 needed);

    mapping(address account => uint256) private _balances;
    mapping(address account => mapping(address spender => uint256)) private _allowances;
    uint256 private _totalSupply;
    string private _name;
    string private _symbol;

    /// @notice Start with the whole supply in the hands of who deploys.
    constructor(string memory name_, string memory symbol_, uint256 supply) {
        _name = name_;
        _symbol = symbol_;
        _update(address(0), _sender(), supply);
    }

    function name() public view virtual returns (string memory) {
        return _name;
    }

    function symbol() public view virtual returns (string memory) {
        return _symbol;
    }

    function decimals() public view virtual returns (uint8) {
        return 18;
    }

    function totalSupply() public view virtual returns (uint256) {
        return _totalSupply;
    }

    function balanceOf(address account) public view virtual returns (uint256) {
        return _balances[account];
    }

    function allowance(address owner, address spender) public view virtual returns (uint256) {
        return _allowances[owner][spender];
    }

    function transfer(address to, uint256 value) public virtual returns (bool) {
        _transfer(_sender(), to, value);
        return true;
    }

    function approve(address spender, uint256 value) public virtual returns (bool) {
        _allowances[_sender()][spender] = value;
        emit Approval(_sender(), spender, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) public virtual returns (bool) {
        _spend(from, _sender(), value);
        _transfer(from, to, value);
        return true;
    }

    /// @notice Many transfers in one call: what a workload measures.
    function transferMany(address to, uint256 count) external {
        for (uint256 i = 0; i < count; ++i) {
            transfer(address(uint160(to) + uint160(i & 15)), 1);
        }
    }

    /// @notice The same amount to many accounts.
    function spread(address[] calldata to, uint256 value) external {
        for (uint256 i = 0; i < to.length; ++i) {
            transfer(to[i], value);
        }
    }

    function _sender() internal view virtual returns (address) {
        return msg.sender;
    }

    function _transfer(address from, address to, uint256 value) internal {
        if (from == address(0)) revert SenderInvalid(address(0));
        if (to == address(0)) revert ReceiverInvalid(address(0));
        _update(from, to, value);
    }

    function _update(address from, address to, uint256 value) internal virtual {
        if (from == address(0)) {
            _totalSupply += value;
        } else {
            uint256 held = _balances[from];
            if (held < value) revert BalanceTooSmall(from, held, value);
            unchecked {
                _balances[from] = held - value;
            }
        }
        if (to == address(0)) {
            unchecked {
                _totalSupply -= value;
            }
        } else {
            unchecked {
                _balances[to] += value;
            }
        }
        emit Transfer(from, to, value);
    }

    function _spend(address owner, address spender, uint256 value) internal virtual {
        uint256 left = allowance(owner, spender);
        if (left < type(uint256).max) {
            if (left < value) revert AllowanceTooSmall(spender, left, value);
            unchecked {
                _allowances[owner][spender] = left - value;
            }
        }
    }
}
