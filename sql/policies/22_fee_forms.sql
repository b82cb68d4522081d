-- Views and functions of the fee screens. The views run with the rights of the asker: the policies of the tables hold.

grant select on api.fee_run_lines, api.fee_person_lines to ratstisch_fee_clerk;
grant execute on function api.again_run(bigint) to ratstisch_fee_clerk;
