#!/bin/sh
# An editor that needs nobody: makes the change that $CHANGE says.
echo "editing line ${1#+}"
sed -i "$CHANGE" "$2"
