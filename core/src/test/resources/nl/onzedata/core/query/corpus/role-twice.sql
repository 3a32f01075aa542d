-- refused: JOIN-LIST
-- two pairs with one role
SELECT a.wijk AS a, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS a ON v.van_id = a.woning_id JOIN x.w AS b ON v.eerder_id = b.woning_id GROUP BY a.wijk
