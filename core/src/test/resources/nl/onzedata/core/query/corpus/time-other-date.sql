-- refused: *
-- two dates of one person beside each other
SELECT COUNT(*) AS n FROM x.b AS b JOIN x.p AS p ON b.p_id = p.p_id WHERE b.sinds >= b.sinds
