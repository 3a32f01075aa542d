-- refused: SYNTAX
ATTACH 'other.db' AS other
