-- refused: JOIN-LIST
-- no pair gives this home a role
SELECT a.wijk AS a, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS a ON v.p_id = a.woning_id GROUP BY a.wijk
