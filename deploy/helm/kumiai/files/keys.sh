# Puts a validator's keys into its home, once. A home that has them keeps them, and its sign state
# above all: an older one brought back would let the key sign a step twice.
umask 077
if [ ! -e "$HOME_DIR/node_key" ] && [ -e "$KEYS_DIR/node_key" ]; then
  install -m 0600 "$KEYS_DIR/node_key" "$HOME_DIR/node_key.new"
  mv "$HOME_DIR/node_key.new" "$HOME_DIR/node_key"
fi
if [ ! -e "$HOME_DIR/validator" ]; then
  rm -rf "$HOME_DIR/validator.new"
  mkdir "$HOME_DIR/validator.new"
  for name in beacon key sign_state.json; do
    if [ -e "$KEYS_DIR/$name" ]; then
      install -m 0600 "$KEYS_DIR/$name" "$HOME_DIR/validator.new/$name"
    fi
  done
  sync
  mv "$HOME_DIR/validator.new" "$HOME_DIR/validator"  # all of them, or none
fi
