"""The ground of the house: types, module kit, store, virtual machine, execution, ledger."""
