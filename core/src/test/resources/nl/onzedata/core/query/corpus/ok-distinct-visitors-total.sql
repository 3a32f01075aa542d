-- accepted
-- uses: none
SELECT COUNT(DISTINCT p_id) AS n FROM x.v
