-- refused: SYNTAX
SELECT p_id FROM x.p WHERE naam = 'a' COLLATE latin1$nl$1
