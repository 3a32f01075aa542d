-- refused: SYNTAX
ATTACH '/tmp/a.db'
